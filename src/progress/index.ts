import { acteursDe } from "../dispositif/acteurs.ts";
import type { Acteur } from "../dispositif/deroulement.ts";
import type { Dispositif } from "../dispositif/modele.ts";
import { dispositifDe } from "../dispositif/phases.ts";
import type { FicheProjet } from "../generated/fiche.ts";
import type { Day } from "../words/dates.ts";
import { progresFiche } from "./fiches.ts";
import { lierParcours } from "./liens.ts";
import { echeancesNationales } from "./nationales.ts";
import { progresDe } from "./parcours.ts";
import { plafondNational } from "./plafond.ts";
import type { Progres } from "./progres.ts";
import { type Suivable, type Suivi, suivre } from "./suivi.ts";

/** What is needed of a dossier; dossier/load.ts gives more. */
interface Dossier {
  fiches: readonly { data: FicheProjet }[];
  parcours: readonly { data: Suivable }[];
}

/** What is dated after `date` has not happened yet, so an earlier day gives the dossier as it stood then. */
export function computeProgress(tout: Dossier, date: Day): Progres {
  const { fiches, parcours } = tout;
  const projets = fiches.map(({ data }) => data);
  const dossier = parcours.map(({ data }) => data);
  const liens = lierParcours(dossier, projets);
  const suivis = dossier.map((un) => suivre(un, date, { dispositif: dispositifDe(un), liens: liens.get(un) }));
  const parFiche = grouper(suivis);
  return {
    date,
    dispositifs: dispositifsDe(tout),
    parcours: suivis.map(progresDe),
    fiches: projets.map((un) => progresFiche(un, parFiche.get(un.identifiant) ?? [], date, deLaFiche(un))),
    ...nationaux(suivis, date, new Set(projets.map(deLaFiche))),
  };
}

/** Those who act in the dispositifs of a dossier, for who asks for one of them. */
export function acteursDuDossier(dossier: Dossier): Acteur[] {
  return acteursDe(dispositifsDe(dossier));
}

/** That of the files which name none when there is no file. */
function dispositifsDe({ fiches, parcours }: Dossier): Dispositif[] {
  const rencontres = new Set([...parcours.map(({ data }) => dispositifDe(data)), ...fiches.map(({ data }) => deLaFiche(data))]);
  return rencontres.size === 0 ? [dispositifDe({})] : [...rencontres];
}

/** A fiche names no dispositif. */
function deLaFiche(_fiche: FicheProjet): Dispositif {
  return dispositifDe({});
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
    nationales: [...dispositifs].flatMap((un) => echeancesNationales(date, un)),
    ...(plafonds[0] === undefined ? {} : { plafond: plafonds[0] }),
  };
}

export { echeancier } from "./echeancier.ts";
export { isEcheance } from "./etape.ts";
export { filtrer } from "./filtre.ts";
export { etats } from "./phases.ts";
