"""Routes of a case's conversation."""

from django.urls import path

from proxeny.web.cases.talk import (
    attachments,
    check,
    customer_words,
    managing,
    mentions,
    sending,
    showing,
    switching,
    templates,
)

urlpatterns = [
    path("<int:number>/talk/", showing.talk, name="case-talk"),
    path("<int:number>/talk/news/", showing.news, name="case-talk-news"),
    path("<int:number>/composer/", switching.switch, name="case-composer"),
    path("<int:number>/messages/", sending.send, name="case-messages"),
    path("messages/<int:number>/withdrawal/", sending.take_back, name="case-message-withdrawal"),
    path("<int:number>/check/", check.check, name="case-check"),
    path("<int:number>/files/", attachments.attach, name="case-attachments"),
    path("files/<int:number>/", attachments.read, name="case-attachment"),
    path("files/<int:number>/removal/", attachments.remove, name="case-attachment-removal"),
    path("<int:number>/mentions/", mentions.mentions, name="case-mentions"),
    path("<int:number>/templates/", templates.choose, name="case-templates-choice"),
    path("<int:number>/customer-words/", customer_words.customer_words, name="case-customer-words"),
    path("templates/", managing.index, name="case-templates"),
    path("templates/new/", managing.new, name="case-template-new"),
    path("templates/<int:number>/", managing.edit, name="case-template"),
    path("templates/<int:number>/removal/", managing.put_away, name="case-template-removal"),
    path("templates/<int:number>/restoration/", managing.bring_back, name="case-template-restoration"),
]
