"""Routes of imports."""

from django.urls import path

from proxeny.web.imports import files, index, looking, progress, show, uploading, withdrawing
from proxeny.web.imports.listing import IMPORTS
from proxeny.web.lists import routes

urlpatterns = [
    path("", index.show, name="imports"),
    *routes.of(IMPORTS),
    path("files/", uploading.create, name="import-upload"),
    path("templates/<slug:kind>.csv", files.template, name="import-template"),
    path("<int:number>/", show.show, name="import"),
    path("<int:number>/reading/", looking.change, name="import-reading"),
    path("<int:number>/start/", looking.start, name="import-start"),
    path("<int:number>/progress/", progress.show, name="import-progress"),
    path("<int:number>/cancellation/", progress.cancel, name="import-cancel"),
    path("<int:number>/withdrawal/", withdrawing.undo, name="import-undo"),
    path("<int:number>/repetition/", withdrawing.once_more, name="import-again"),
    path("<int:number>/bad-rows/", files.bad_rows, name="import-bad-rows"),
]
