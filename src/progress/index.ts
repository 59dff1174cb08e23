import { acteursDe } from "../dispositif/acteurs.ts";
import type { Acteur } from "../dispositif/deroulement.ts";
import type { Dispositif } from "../dispositif/modele.ts";
import type { FicheProjet } from "../generated/fiche.ts";
import type { Day } from "../words/dates.ts";
import type { Echeance } from "./etape.ts";
import { progresFiche } from "./fiches.ts";
import { lierParcours } from "./liens.ts";
import { echeancesNationales } from "./nationales.ts";
import { progresDe } from "./parcours.ts";
import { plafondNational } from "./plafond.ts";
import type { Progres } from "./progres.ts";
import { type Avec, type Suivable, type Suivi, suivre } from "./suivi.ts";

/** What is needed of a dossier; dossier/load.ts gives more. */
interface Dossier {
  fiches: readonly Avec<FicheProjet>[];
  parcours: readonly Avec<Suivable>[];
}

/** What is dated after `date` has not happened yet, so an earlier day gives the dossier as it stood then. */
export function computeProgress({ fiches, parcours }: Dossier, date: Day): Progres {
  const projets = fiches.map(({ data }) => data);
  const liens = lierParcours(parcours, projets);
  const suivis = parcours.map(({ data, modele }) => suivre(data, date, { dispositif: modele.dispositif, liens: liens.get(data) }));
  const parFiche = grouper(suivis);
  return {
    date,
    dispositifs: dispositifsDe([...fiches, ...parcours]),
    parcours: suivis.map(progresDe),
    fiches: fiches.map(({ data, modele }) => progresFiche(data, parFiche.get(data.identifiant) ?? [], date, modele.dispositif)),
    ...nationaux(suivis, date, new Set(fiches.map(({ modele }) => modele.dispositif))),
  };
}

/** Those who act in the dispositifs of a dossier, for who asks for one of them. */
export function acteursDuDossier({ fiches, parcours }: Dossier): Acteur[] {
  return acteursDe(new Set(dispositifsDe([...fiches, ...parcours])));
}

function dispositifsDe(documents: readonly Avec<unknown>[]): Dispositif[] {
  const rencontres = [...new Set(documents.map(({ modele }) => modele.dispositif))];
  return rencontres.sort((a, b) => Number(b.par_defaut ?? false) - Number(a.par_defaut ?? false));
}

function grouper(suivis: readonly Suivi[]): Map<string, Suivi[]> {
  const parFiche = new Map<string, Suivi[]>();
  for (const suivi of suivis) {
    const { fiche } = suivi.parcours;
    if (fiche === undefined) continue;
    const siens = parFiche.get(fiche);
    if (siens === undefined) parFiche.set(fiche, [suivi]);
    else siens.push(suivi);
  }
  return parFiche;
}

/** What a dispositif asks of the whole country is told to who holds one of its fiches: a porteur who follows one parcours has no use for it. */
function nationaux(suivis: readonly Suivi[], date: Day, dispositifs: ReadonlySet<Dispositif>): Pick<Progres, "nationales" | "plafond"> {
  const plafonds = [...dispositifs].map((un) => plafondNational(suivis, date, un)).filter((un) => un !== undefined);
  return {
    // One that continues another has the same as its parent.
    nationales: uniques([...dispositifs].flatMap((un) => echeancesNationales(date, un))),
    ...(plafonds[0] === undefined ? {} : { plafond: plafonds[0] }),
  };
}

function uniques(echeances: readonly Echeance[]): Echeance[] {
  const ids = new Set<string>();
  return echeances.filter(({ id }) => !ids.has(id) && ids.add(id));
}

export { echeancier } from "./echeancier.ts";
export { isEcheance } from "./etape.ts";
export { filtrer } from "./filtre.ts";
export { etats } from "./phases.ts";
