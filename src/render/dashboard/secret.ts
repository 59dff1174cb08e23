import type { TableauDeBord } from "../../dashboard/index.ts";
import { formatNumber } from "../../words/french.ts";

/** A name and what is said of it. */
export type Entry = readonly [string, string];

type Secret = NonNullable<TableauDeBord["secret"]>;

/** How persons and enterprises are protected, for those who read the tables. */
export function secrecy({ presentation: { sensibles }, secret, tables, decoupage }: TableauDeBord): Entry[] {
  if (secret === undefined) return [["Méthode", "Aucune : ce fichier contient de petits effectifs et ne doit pas être diffusé."]];
  return [
    ...(secret.arrondi ? rounding(secret.arrondi, secret) : suppression(secret)),
    ...(secret.inites === "tous" ? [tous] : decoupage === "region" ? [porteurs] : []),
    ...(secret.groupes && sensibles !== undefined ? [categories(sensibles)] : []),
    ["Cases masquées", hiddenCells(tables)],
    ...(secret.zerosMasques ? [["Zéros masqués", zerosText(secret.zerosMasques, secret)] as const] : []),
    ...(secret.kept ? [["Information gardée", keptText(secret.kept)] as const] : []),
  ];
}

/** The same whether there is such a porteur or not: it must not point at one. */
const porteurs: Entry = [
  "Porteurs",
  "Un porteur de projet connaît ses propres parcours. Le contrôle prend aussi le point de vue d'un porteur qui serait seul dans une région : avec ce qu'il sait des siens, il ne doit pas pouvoir retrouver les petits effectifs des autres.",
];

const tous: Entry = [
  "Porteurs",
  "Un porteur de projet connaît ses propres parcours. Le contrôle prend aussi le point de vue de chacun d'eux : avec ce qu'il sait des siens, il ne doit pas pouvoir retrouver les petits effectifs des autres.",
];

/** The same whether there are such groups or not, and without their number: it must not point at them. */
function categories(sensibles: string): Entry {
  const quand = `Quand toutes les personnes d'un groupe ont ${sensibles}`;
  return ["Catégories sensibles", `${quand}, des valeurs, zéros compris, sont masquées pour que rien ne le dise.`];
}

/** What stands above each table: how to read its numbers. */
export function marksText({ arrondi }: Secret): string {
  const mark = "« s » : valeur masquée pour le secret statistique.";
  return arrondi ? `Effectifs arrondis à un multiple de ${arrondi.base}. ${mark}` : mark;
}

function suppression(secret: Secret): Entry[] {
  return [
    ["Méthode", "Suppression : les valeurs publiées sont exactes, les autres sont remplacées par « s »."],
    [
      "Personnes",
      `Un effectif de moins de ${secret.persons} personnes n'est pas publié. Les zéros le sont${secret.zerosMasques ? ", sauf exception dite plus bas" : ""}.`,
    ],
    ["Entreprises", `Un nombre de moins de ${secret.enterprises} entreprises n'est pas publié.`],
    amounts(secret),
    [
      "Secret induit",
      "D'autres valeurs sont masquées pour qu'aucune ne puisse être retrouvée par différence, ni dans un tableau, ni d'un tableau à l'autre, ni entre semestre et cumul, ni avec les semestres déjà publiés qui ont été donnés. Ce qui reste possible pour chaque petit effectif va au moins jusqu'au seuil, et sur une étendue au moins égale au seuil moins un. Un contrôle indépendant le vérifie avant l'écriture du fichier.",
    ],
  ];
}

function rounding({ base, ecart }: NonNullable<Secret["arrondi"]>, secret: Secret): Entry[] {
  const few =
    ecart > base
      ? ` Quelques-uns vont au multiple suivant, faute de quoi les totaux n'auraient pas tenu : l'écart est toujours de moins de ${ecart}.`
      : "";
  return [
    [
      "Méthode",
      `Arrondi contrôlé : chaque effectif est arrondi à un multiple de ${base}, à moins de ${base} du vrai nombre, et chaque total reste la somme de ses parties, d'un tableau à l'autre et du semestre au cumul.${few}`,
    ],
    [
      "Lire un effectif",
      `Un 0 peut cacher jusqu'à ${ecart - 1} personnes, un ${base} en représente de 1 à ${base + ecart - 1}. Les nombres de contrats, d'entreprises et de certifications sont arrondis de même ; un vrai zéro reste zéro.`,
    ],
    [
      "Moyennes et parts",
      "Elles sont calculées sur les effectifs arrondis : une moyenne est le montant divisé par l'effectif arrondi, et s'écarte d'autant plus de la vraie que l'effectif est petit.",
    ],
    amounts(secret),
    [
      "Contrôle",
      "Un contrôle indépendant vérifie avant l'écriture du fichier que tout effectif publié est arrondi, que les totaux tiennent, et qu'aucun petit effectif ne peut être retrouvé, même avec les semestres déjà publiés qui ont été donnés.",
    ],
  ];
}

function amounts({ persons, enterprises, dominance }: Secret): Entry {
  return [
    "Montants, heures, moyennes",
    `Ils ne sont publiés que s'ils concernent au moins ${persons} personnes et ${enterprises} entreprises, sans qu'une seule en fasse plus de ${formatNumber(dominance * 100)} %.`,
  ];
}

/** How many by table, never which of them are small themselves. */
function hiddenCells(tables: TableauDeBord["tables"]): string {
  const counts = tables
    .map(({ id, cellules }) => ({ id, hidden: cellules.filter(({ secret }) => secret).length }))
    .filter(({ hidden }) => hidden > 0);
  return counts.length === 0 ? "Aucune." : `${counts.map(({ id, hidden }) => `${id} : ${formatNumber(hidden)}`).join(" ; ")}.`;
}

/** A zero shown next to what was published before would give small numbers away. */
function zerosText(ids: readonly string[], { groupes }: Secret): string {
  if (groupes)
    return `Dans ${ids.join(", ")}, une valeur masquée peut aussi être nulle : montrer tous les zéros donnerait la catégorie de tout un groupe, ou de petits effectifs avec ce qui a déjà été publié.`;
  return `Dans ${ids.join(", ")}, une valeur masquée peut aussi être nulle : avec ce qui a déjà été publié, montrer tous les zéros donnerait de petits effectifs.`;
}

function keptText({ cells, persons }: NonNullable<Secret["kept"]>): string {
  const numbers = `${percent(cells)} au moins des nombres qui ne sont pas nuls sont publiés.`;
  if (persons === undefined) return numbers;
  const most = persons >= 1 ? "toutes les personnes" : `${percent(persons)} au moins des personnes`;
  return `${numbers} Dans les tableaux dont le total est publié, les cases qui le sont aussi comptent ${most}.`;
}

const percent = (share: number): string => `${formatNumber(Math.floor(share * 100))} %`;
