"""Routes of articles."""

from django.urls import path

from proxeny.web.knowledge import publishing, show, writing
from proxeny.web.knowledge.listing import ARTICLES
from proxeny.web.lists import routes

urlpatterns = [
    path("", show.index, name="articles"),
    *routes.of(ARTICLES),
    path("new/", writing.new, name="article-new"),
    path("<int:number>/", show.show, name="article"),
    path("<int:number>/text/", writing.change, name="article-change"),
    path(
        "<int:number>/changes/<int:sequence>/withdrawal/", writing.take_back, name="article-change-withdrawal"
    ),
    path("<int:number>/publication/", publishing.publish, name="article-publication"),
    path("<int:number>/publication/withdrawal/", publishing.unpublish, name="article-publication-withdrawal"),
    path("<int:number>/retirement/", publishing.retire, name="article-retirement"),
    path("<int:number>/retirement/withdrawal/", publishing.restore, name="article-retirement-withdrawal"),
]
