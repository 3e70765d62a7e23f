// The frame's behaviour. Every page can be read and sent without it.
import "./fragments.js";
import "./dialogs.js";
import "./menus.js";
import "./toasts.js";
import "./forms.js";
import "./inline.js";
import "./keyboard.js";
import "./palette.js";
import "./lists.js";
