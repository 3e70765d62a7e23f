"""Routes of the catalogue."""

from django.urls import path

from proxeny.web.catalogue import (
    export,
    index,
    module,
    owners,
    owning,
    product,
    rota,
    team,
    team_hours,
    whom,
    write_module,
    write_product,
)

urlpatterns = [
    path("", index.index, name="catalogue"),
    path("export.csv", export.export, name="catalogue-export"),
    path("whom/", whom.answers, name="catalogue-whom"),
    path("owners/", owners.index, name="owners"),
    path("owners/new/", owning.new, name="owner-new"),
    path("owners/<int:number>/", owning.change, name="owner"),
    path("owners/<int:number>/end/", owning.end, name="owner-end"),
    path("owners/<int:number>/restoring/", owning.restore, name="owner-restoring"),
    path("owners/<int:number>/changes/<int:sequence>/withdrawal/", owning.take_back, name="owner-withdrawal"),
    path("products/new/", write_product.new, name="product-new"),
    path("products/<int:number>/", product.show, name="product"),
    path("products/<int:number>/change/", write_product.change, name="product-change"),
    path("products/<int:number>/changes/<int:sequence>/withdrawal/", write_product.take_back, name="product-withdrawal"),
    path("products/<int:number>/retiring/", write_product.retire, name="product-retiring"),
    path("products/<int:number>/restoring/", write_product.restore, name="product-restoring"),
    path("products/<int:number>/modules/new/", write_module.new, name="module-new"),
    path("modules/<int:number>/", module.show, name="module"),
    path("modules/<int:number>/change/", write_module.change, name="module-change"),
    path("modules/<int:number>/changes/<int:sequence>/withdrawal/", write_module.take_back, name="module-withdrawal"),
    path("modules/<int:number>/retiring/", write_module.retire, name="module-retiring"),
    path("modules/<int:number>/restoring/", write_module.restore, name="module-restoring"),
    path("teams/<int:number>/", team.show, name="team-duty"),
    path("teams/<int:number>/rota/", rota.set_rota, name="team-rota"),
    path("teams/<int:number>/stand-in/", rota.stand_in, name="team-stand-in"),
    path("teams/<int:number>/hours/", team_hours.hours, name="team-hours"),
    path("teams/<int:number>/hours/removal/", team_hours.forget, name="team-hours-removal"),
    path("rotas/<int:number>/removal/", rota.remove, name="rota-removal"),
    path("stand-ins/<int:number>/end/", rota.end_stand_in, name="stand-in-end"),
]  # fmt: skip
