import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const ofCountry = ({ zone }) => zone === "metro" || zone === "drom";

/** Every région, with the codes of its départements. */
export const regions = require("@etalab/decoupage-administratif/data/regions.json")
  .filter(ofCountry)
  .map(({ code, nom }) => ({ code, nom, departements: departementsOf(code) }));

function departementsOf(region) {
  return require("@etalab/decoupage-administratif/data/departements.json")
    .filter((departement) => ofCountry(departement) && departement.region === region)
    .map(({ code, nom }) => ({ code, nom }));
}
