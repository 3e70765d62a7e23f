"""Routes of kept views."""

from django.urls import path

from proxeny.web.views import keeping, tidying

urlpatterns = [
    path("", tidying.show, name="views"),
    path("new/", keeping.new, name="view-new"),
    path("order/", tidying.order, name="view-order"),
    path("<int:number>/", keeping.show, name="view"),
    path("<int:number>/name/", tidying.rename, name="view-name"),
    path("<int:number>/query/", keeping.replace, name="view-query"),
    path("<int:number>/team/", tidying.share, name="view-team"),
    path("<int:number>/pin/", tidying.pin, name="view-pin"),
    path("<int:number>/pin/end/", tidying.unpin, name="view-unpin"),
    path("<int:number>/removal/", tidying.remove, name="view-removal"),
    path("<int:number>/restoration/", tidying.restore, name="view-restoration"),
]
