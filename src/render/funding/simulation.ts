import type { Funding } from "../../funding/funding.ts";
import { type Changement, chargeDe, type FinancementParcours, lectures, type Simulation, tropPercuDe } from "../../funding/index.ts";
import { formatNumber } from "../../words/french.ts";
import { type Cents, toEuros } from "../../words/money.ts";
import { visible } from "../../words/visible.ts";
import { type Cell, csv } from "../csv.ts";
import { shorten } from "../terminal/shorten.ts";
import { style } from "../terminal/style.ts";
import { montant } from "./montant.ts";
import { namedTable } from "./named-table.ts";

/** The amounts compared, under the names that JSON gives them. */
const montants = {
  cout_reel: "Coût réel",
  forfait: "Forfait",
  complement: "Complément",
  reste_a_charge: "Reste à charge",
  trop_percu: "Trop-perçu",
} as const;
type Montant = keyof typeof montants;
const cles = Object.keys(montants) as Montant[];

/** Before, after and the difference; `eligible` is `null` without a contract. */
interface Comparaison {
  nom: string;
  eligible: { avant: boolean | null; apres: boolean | null };
  montants: Record<Montant, { avant: Cents; apres: Cents }>;
}

function comparaisons({ parcours, avant, apres }: Simulation): Comparaison[] {
  const isEligible = (one: FinancementParcours | undefined): boolean | null => (one === undefined ? null : one.motifs.length === 0);
  const changes = parcours.map((one) => ({
    nom: one.identifiant,
    eligible: { avant: isEligible(one.avant), apres: isEligible(one.apres) },
    montants: cote(duParcours(one.avant), duParcours(one.apres)),
  }));
  return [...changes, { nom: "Total", eligible: { avant: null, apres: null }, montants: cote(duTotal(avant), duTotal(apres)) }];
}

function duParcours(one: FinancementParcours | undefined): Record<Montant, Cents> {
  const { coutReel, forfait, complement } = one ?? {};
  return {
    cout_reel: coutReel?.cents ?? 0,
    forfait: forfait?.cents ?? 0,
    complement: complement?.cents ?? 0,
    reste_a_charge: one === undefined ? 0 : chargeDe(one),
    trop_percu: one === undefined ? 0 : tropPercuDe(one),
  };
}

function duTotal({ totaux: { coutReel, forfait, complement, resteACharge, tropPercu } }: Funding): Record<Montant, Cents> {
  return { cout_reel: coutReel, forfait, complement, reste_a_charge: resteACharge, trop_percu: tropPercu };
}

function cote(avant: Record<Montant, Cents>, apres: Record<Montant, Cents>): Comparaison["montants"] {
  const of = (cle: Montant): { avant: Cents; apres: Cents } => ({ avant: avant[cle], apres: apres[cle] });
  return {
    cout_reel: of("cout_reel"),
    forfait: of("forfait"),
    complement: of("complement"),
    reste_a_charge: of("reste_a_charge"),
    trop_percu: of("trop_percu"),
  };
}

/** What is supposed, then each changed parcours and the dossier before and after. */
export function simulationTable(simulation: Simulation, width: number): string {
  const { changements, apres } = simulation;
  const columns = [{ header: "" }, ...["Avant", "Après", "Écart"].map((header) => ({ header, align: "right" as const }))];
  return [
    style.bold("Et si ? Rien n'est écrit dans les fichiers."),
    ...changements.map((one) => `  ${shorten(phrase(one), width - 2)}`),
    ...comparaisons(simulation).flatMap((one) => [
      "",
      style.bold(visible(titreDe(one, apres))),
      namedTable(
        columns,
        cles
          .filter((cle) => cle !== "trop_percu" || isTouched(one.montants[cle]))
          .map((cle) => [montants[cle], ...troisMontants(one.montants[cle]).map(montant)]),
        [],
        width,
      ),
      ...eligibilite(one),
    ]),
    "",
    `Montants en euros. Lecture des textes : ${lectures[apres.lecture].titre} (${apres.lecture}).`,
    "",
  ].join("\n");
}

function phrase({ identifiant, chemin, avant, apres }: Changement): string {
  return visible(`${identifiant}, ${chemin} : ${valeur(avant)} → ${valeur(apres)}`);
}

function valeur(value: unknown): string {
  if (value === undefined) return "(rien)";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function titreDe({ nom }: Comparaison, { totaux }: Funding): string {
  return nom === "Total" ? `Total du dossier : ${formatNumber(totaux.eligibles)} parcours sur ${formatNumber(totaux.parcours)}` : nom;
}

function troisMontants({ avant, apres }: { avant: Cents; apres: Cents }): Cents[] {
  return [avant, apres, apres - avant];
}

function isTouched({ avant, apres }: { avant: Cents; apres: Cents }): boolean {
  return avant !== 0 || apres !== 0;
}

function eligibilite({ eligible: { avant, apres } }: Comparaison): string[] {
  if (avant === apres) return avant === false ? ["Non éligible, hors du total."] : [];
  const mot = (value: boolean | null): string => (value === null ? "sans contrat" : value ? "éligible" : "non éligible, hors du total");
  return [`Avant : ${mot(avant)}. Après : ${mot(apres)}.`];
}

/** `cpro/funding-simulation/1`: amounts in euros. */
export function simulationJson(simulation: Simulation): string {
  const { changements, apres } = simulation;
  const lignes = comparaisons(simulation).map(({ nom, eligible, montants: ofOne }) => ({
    nom,
    eligible,
    ...Object.fromEntries(
      cles.map((cle) => {
        const [avant = 0, after = 0, ecart = 0] = troisMontants(ofOne[cle]).map(toEuros);
        return [cle, { avant, apres: after, ecart }];
      }),
    ),
  }));
  const document = {
    format: "cpro/funding-simulation/1",
    lecture: apres.lecture,
    date: apres.date,
    changements: changements.map(({ identifiant, chemin, avant, apres: after }) => ({
      parcours: identifiant,
      chemin,
      avant: avant ?? null,
      apres: after ?? null,
    })),
    parcours: lignes.slice(0, -1).map(({ nom, ...others }) => ({ identifiant: nom, ...others })),
    totaux: totalJson(lignes.at(-1)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function totalJson(total: { nom: string; eligible: unknown } | undefined): object {
  const { nom: _, eligible: __, ...others } = total ?? { nom: "", eligible: null };
  return others;
}

export function simulationCsv(simulation: Simulation): string {
  const rows = comparaisons(simulation).flatMap(({ nom, montants: ofOne }) =>
    cles.map((cle): Cell[] => [nom, montants[cle], ...troisMontants(ofOne[cle]).map(toEuros)]),
  );
  return csv(["Parcours", "Montant", "Avant", "Après", "Écart"], rows);
}
