import type { Parcours } from "../../src/generated/parcours.ts";
import { valeurDe } from "../dashboard/bilan.ts";
import { couts } from "../dashboard/dossier.ts";

/** An amount, in euros, that may be known to nobody within `marge`. */
interface Secret {
  total: number;
  marge: number;
}

interface Quand {
  semestre: string;
  date: string;
}

interface Part {
  siren: string;
  montant: number;
}

/** What the tables of amounts are made of, counted one by one: the sums and numbers of persons that must stay secret, by name. */
export function secretsDesMontants(
  donnees: readonly Parcours[],
  quands: readonly Quand[],
  ineligibles: ReadonlyMap<string, unknown> = new Map(),
): { montants: Map<string, Secret>; effectifs: Map<string, number> } {
  const cellules = new Map<string, Part[]>();
  const montants = couts(donnees.length);
  donnees.forEach((un, rang) => {
    const cout = montants.get(`${rang}.yaml`);
    const { contrat, entreprise } = un;
    if (contrat === undefined || cout === undefined || ineligibles.has(`${rang}.yaml`)) return;
    const siren = entreprise?.siret.slice(0, 9) ?? "";
    const duree = valeurDe("duree", un);
    const composantes = Object.entries(cout.composantes).flatMap(([nom, { depense, retenu }]): [string, number][] => [
      [`depense|*|composante=${nom}`, depense],
      [`retenu|*|composante=${nom}`, retenu],
    ]);
    const retenu = Object.values(cout.composantes).reduce((somme, une) => somme + une.retenu, 0);
    const parts: [string, number][] = [
      ...composantes,
      [`depense|*|duree=${duree}`, cout.coutReel],
      [`forfait|*|duree=${duree}`, cout.forfait],
      ["depense|*", cout.coutReel],
      ["forfait|*", cout.forfait],
      ["retenu|*", retenu],
    ];
    for (const moment of momentsDe(contrat.conclu_le, quands))
      for (const [nom, montant] of parts) ranger(cellules, nom.replace("*", moment), { siren, montant });
  });
  const effectifs = new Map([...cellules].flatMap(([nom, parts]) => effectifDe(nom, parts.length)));
  return { montants: new Map([...cellules].flatMap(([nom, parts]) => secretDe(nom, parts))), effectifs };
}

/** The half-years and cumuls that count a day, and what came before the first half-year. */
function momentsDe(jour: string, quands: readonly Quand[]): string[] {
  return quands.flatMap(({ semestre }, rang) => {
    const [annee = "", moitie = ""] = semestre.split("-");
    const [debut, fin] = moitie === "S1" ? [`${annee}-01-01`, `${annee}-06-30`] : [`${annee}-07-01`, `${annee}-12-31`];
    if (jour > fin) return [];
    const avant = rang === 0 && jour < debut ? ["avant"] : [];
    return [`cumul ${semestre}`, ...(jour >= debut ? [`semestre ${semestre}`] : avant)];
  });
}

function ranger(cellules: Map<string, Part[]>, nom: string, part: Part): void {
  const parts = cellules.get(nom);
  if (parts === undefined) cellules.set(nom, [part]);
  else parts.push(part);
}

/** Fewer than five persons, fewer than three enterprises, or one with more than 85 %. */
function secretDe(nom: string, parts: readonly Part[]): [string, Secret][] {
  const total = parts.reduce((somme, { montant }) => somme + montant, 0);
  const verseurs = parts.filter(({ montant }) => montant > 0);
  const parEntreprise = new Map<string, number>();
  for (const { siren, montant } of verseurs) parEntreprise.set(siren, (parEntreprise.get(siren) ?? 0) + montant);
  const domine = Math.max(0, ...parEntreprise.values()) > 0.85 * total;
  if (parts.length >= 5 && (total === 0 || (verseurs.length >= 5 && parEntreprise.size >= 3 && !domine))) return [];
  return [[nom, { total: total / 100, marge: Math.max(1, Math.ceil(0.15 * total)) / 100 }]];
}

/** The number of eligible contracts behind a mean. */
function effectifDe(nom: string, nombre: number): [string, number][] {
  return nom.startsWith("forfait|") && nombre < 5 ? [[nom.replace("forfait", "eligibles"), nombre]] : [];
}
