import { createEntreprises } from "./entreprises.mjs";
import { ficheAcceptee, ficheSansSuite } from "./fiche.mjs";
import { drawParcours } from "./parcours.mjs";
import { drawProjet } from "./projet.mjs";
import { createRandom } from "./random.mjs";

const tailles = [
  [4, 18],
  [8, 20],
  [15, 20],
  [30, 16],
  [60, 12],
  [120, 8],
  [250, 4],
  [400, 2],
];

/** The files of a national dossier, one porteur after the other: `{path, data}`, data in the order they are to be written. */
export function* drawDossier({ parcours, seed, until }) {
  const random = createRandom(seed);
  for (let [numero, reste] = [1, parcours]; reste > 0; numero += 1) {
    const isSansSuite = numero % 12 === 0;
    const taille = isSansSuite ? random.int(4, 40) : Math.min(reste, tailleDe(random, parcours));
    const projet = drawProjet(random.fork(), { numero, taille, until });
    if (isSansSuite) yield { path: `${dossierDe(projet)}/fiche.yaml`, data: ficheSansSuite(random.fork(), projet) };
    else yield* drawFiles(random.fork(), projet);
    if (!isSansSuite) reste -= taille;
  }
}

/** The files of one project: its fiche, then its parcours. */
function* drawFiles(random, projet) {
  const fiche = ficheAcceptee(random.fork(), projet);
  yield { path: `${dossierDe(projet)}/fiche.yaml`, data: fiche };
  const accepte = {
    ...projet,
    fiche: fiche.identifiant,
    accepteLe: fiche.instruction.notifiee_porteur_le,
    entreprises: createEntreprises(random.fork(), projet),
  };
  for (let rang = 1; rang <= projet.taille; rang += 1) {
    const identifiant = `${projet.code}-${String(rang).padStart(3, "0")}`;
    yield { path: `${dossierDe(projet)}/parcours/${identifiant}.yaml`, data: drawParcours(random.fork(), accepte, identifiant) };
  }
}

const dossierDe = ({ code, type }) => `${code}-${type.replaceAll("_", "-")}`;

/** Many small projects, a few large ones; none holds more than a third of a small dossier. */
function tailleDe(random, parcours) {
  return Math.max(1, Math.min(random.weighted(tailles) + random.int(0, 3), Math.ceil(parcours / 3)));
}
