"""Routes of looking by exception."""

from django.urls import path

from proxeny.web.glass import deciding, index, looking, new, show

urlpatterns = [
    path("", index.index, name="glass"),
    path("new/", new.new, name="glass-new"),
    path("looking/end/", looking.end, name="glass-looking-end"),
    path("<int:number>/", show.show, name="glass-admission"),
    path("<int:number>/approval/", deciding.approve, name="glass-approval"),
    path("<int:number>/refusal/", deciding.refuse, name="glass-refusal"),
    path("<int:number>/withdrawal/", deciding.withdraw, name="glass-withdrawal"),
    path("<int:number>/end/", deciding.end, name="glass-end"),
    path("<int:number>/looking/", looking.begin, name="glass-looking"),
]
