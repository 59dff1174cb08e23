import { isConclu, isRefuse, type ParcoursConclu } from "../../dossier/faits.ts";
import type { ParcoursDocument } from "../../dossier/load.ts";
import type { Numeroter } from "../../dossier/porteurs.ts";
import type { Day } from "../../words/dates.ts";
import { type Amount, figure } from "../amount.ts";
import type { FinancementParcours } from "../parcours.ts";
import type { DejaRetenu } from "../plafonds.ts";

interface Contrat {
  document: ParcoursDocument;
  parcours: ParcoursConclu;
}

interface Dossier {
  parcours: readonly ParcoursDocument[];
  numeroter: Numeroter;
  motifs: ReadonlyMap<string, readonly string[]>;
  date: Day;
}

/**
 * For each renewal of a dossier, what the contracts before it have kept; the first contract counts first, then the renewals in the order of
 * their conclusion. A contract that is refused or not eligible is paid nothing, so uses nothing.
 */
export function dejaRetenus(
  { parcours: documents, numeroter, motifs, date }: Dossier,
  financer: (parcours: ParcoursConclu, deja: DejaRetenu | undefined) => FinancementParcours,
): ReadonlyMap<ParcoursConclu, DejaRetenu> {
  const deja = new Map<ParcoursConclu, DejaRetenu>();
  const contrats = documents.flatMap((document): Contrat[] => (isConclu(document.data) ? [{ document, parcours: document.data }] : []));
  for (const suite of suites(contrats, numeroter)) {
    let retenu: DejaRetenu = { conception_coordination: [], accompagnement_vae: [], annexes: [] };
    for (const [rang, { document, parcours }] of suite.entries()) {
      if (rang > 0) deja.set(parcours, retenu);
      const isPaye = (motifs.get(document.file) ?? []).length === 0 && !isRefuse(parcours, date);
      if (isPaye) retenu = avec(retenu, financer(parcours, rang > 0 ? retenu : undefined));
    }
  }
  return deja;
}

function avec(deja: DejaRetenu, { identifiant, annees }: FinancementParcours): DejaRetenu {
  const of = (nom: keyof DejaRetenu): readonly Amount[] => {
    const cents = annees.reduce((total, { composantes }) => total + composantes[nom].retenu.cents, 0);
    return cents === 0 ? deja[nom] : [...deja[nom], figure(`Retenu par ${identifiant}, que ce contrat renouvelle`, 0 - cents)];
  };
  return {
    conception_coordination: of("conception_coordination"),
    accompagnement_vae: of("accompagnement_vae"),
    annexes: of("annexes"),
  };
}

/** The contracts that make one parcours, for each that has several: the first, then those that renew it, or renew a renewal. */
function suites(contrats: readonly Contrat[], numeroter: Numeroter): Contrat[][] {
  const renouvelants = contrats.filter(({ parcours }) => initialDe(parcours) !== undefined);
  if (renouvelants.length === 0) return [];
  const connus = new Map(contrats.map((one) => [numeroter(one.parcours.fiche, one.parcours.identifiant), one]));
  const avant = ({ parcours }: Contrat): Contrat | undefined => connus.get(numeroter(parcours.fiche, initialDe(parcours) ?? ""));
  const parRacine = new Map<Contrat, Contrat[]>();
  for (const one of renouvelants) {
    const racine = racineDe(one, avant);
    if (racine === one) continue;
    const suite = parRacine.get(racine);
    if (suite === undefined) parRacine.set(racine, [one]);
    else suite.push(one);
  }
  return [...parRacine].map(([racine, suite]) => [racine, ...suite.sort((a, b) => (conclusion(a) < conclusion(b) ? -1 : 1))]);
}

/** A contract that would renew itself, directly or not, goes back no further: the rule `contrat-renouvellement` says so. */
function racineDe(contrat: Contrat, avant: (one: Contrat) => Contrat | undefined): Contrat {
  const vus = new Set([contrat]);
  let racine = contrat;
  for (let one = avant(contrat); one !== undefined && !vus.has(one); one = avant(one)) {
    vus.add(one);
    racine = one;
  }
  return racine;
}

function initialDe({ contrat }: ParcoursConclu): string | undefined {
  return contrat.renouvellement?.contrat_initial;
}

function conclusion({ parcours: { contrat, identifiant } }: Contrat): string {
  return `${contrat.conclu_le} ${contrat.debut} ${identifiant}`;
}
