// The time zone of this device: taken by itself on the welcome page, by one click among the preferences.

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

// Browsers keep some names that were given up long ago.
const newer = {
  "Asia/Calcutta": "Asia/Kolkata", "Asia/Saigon": "Asia/Ho_Chi_Minh", "Asia/Rangoon": "Asia/Yangon",
  "Asia/Katmandu": "Asia/Kathmandu", "Europe/Kiev": "Europe/Kyiv", "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
};
const zone = newer[here] ?? here;

function cityOf(name) {
  const parts = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: name, timeZoneName: "long" }).formatToParts(new Date());
  return parts.find((part) => part.type === "timeZoneName")?.value ?? name;
}

function choose(select) {
  if (![...select.options].some((option) => option.value === zone)) {
    select.add(new Option(zone, zone));
  }
  select.value = zone;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  select.focus();
}

if (zone) {
  for (const line of document.querySelectorAll("[data-zone-here]")) {
    document.getElementById(line.dataset.zoneField).value = zone;
    line.querySelector("[data-zone-name]").textContent = `${zone} · ${cityOf(zone)}`;
  }
  for (const button of document.querySelectorAll("[data-zone-set]")) {
    button.hidden = false;
    button.title = zone;
    button.addEventListener("click", () => choose(document.getElementById(button.dataset.zoneField)));
  }
}
