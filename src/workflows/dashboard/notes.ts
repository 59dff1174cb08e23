import { estAnterieure, type Precedent, relireEcrit, sontMemes, type TableauDeBord } from "../../dashboard/index.ts";
import type { Attribute } from "../../disclosure/index.ts";
import type { Io } from "../../io.ts";
import type { Dashboard, Safe } from "../../secrecy/index.ts";
import { addDays, type Day, formatDay } from "../../words/dates.ts";
import { count, formatNumber, list } from "../../words/french.ts";
import { type Semestre, semestreDe } from "../../words/semestres.ts";
import { noteLeftOut } from "./input.ts";
import type { DashboardOptions } from "./options.ts";

/** What must be known of a dashboard before anything is hidden in it. */
export function noteBefore(dashboard: Dashboard, precedents: readonly Precedent[], options: DashboardOptions, io: Io): void {
  noteSansReleve(dashboard, precedents, options, io);
  noteUnfinished(dashboard.semestre, options.date, io);
  noteLeftOut(dashboard, io);
}

/** What must be known of a publication, which its readers are not told. */
export function noteSafe({ definition }: Dashboard, { publication, secret, attributes, withheld, revisions }: Safe, io: Io): void {
  noteRevisions(revisions, io);
  noteAttributes(attributes, io);
  noteWithheld(withheld, definition.bilan.sensibles?.note, io);
  noteRounding(secret, io);
  noteAdvice(secret, publication.tables, io);
}

/** Readers of an earlier publication subtract: without its record, nothing here can prevent it. */
function noteSansReleve(
  { systeme: { variables }, semestre }: Dashboard,
  precedents: readonly Precedent[],
  { diffusion, sansPrecedent }: DashboardOptions,
  io: Io,
): void {
  const dernier = precedents.reduce((tard, un) => (un.semestre > tard && un.semestre < semestre.id ? un.semestre : tard), "");
  const veille = semestreDe(addDays(semestre.debut, -1)).id;
  if (diffusion === "interne" || sansPrecedent || dernier >= veille || !variables.some(estAnterieure)) return;
  const [quand, quoi] =
    dernier === ""
      ? [`avant ${semestre.id}`, "aucun relevé d'une publication antérieure n'a été donné ni trouvé"]
      : [`entre ${dernier} et ${semestre.id}`, "aucun relevé n'en a été donné ni trouvé"];
  io.note(
    `ATTENTION : des parcours peuvent avoir des événements ${quand}, et ${quoi}. Qui aurait ce qui a été publié de ce temps retrouverait par soustraction ce qui est masqué ici : donnez son relevé à --previous${dernier === "" ? ", ou dites --sans-precedent si rien n'a jamais été publié" : ""}.`,
  );
}

/** Both are proved together; but who compares them must know. */
export function noteOtherwise(dashboard: Pick<Dashboard, "regroupement">, precedents: readonly Precedent[], io: Io): void {
  const autres = precedents.filter(({ parametres }) => !sontMemes(dashboard.regroupement, relireEcrit(parametres.regroupement)));
  if (autres.length === 0) return;
  io.note(
    `Catégories : ${list(
      autres.map(({ semestre }) => semestre),
      "et",
    )} ${autres.length > 1 ? "ont été publiés" : "a été publié"} avec d'autres que celui-ci. Ce que les unes disent des autres est contrôlé aussi, et masque davantage : donnez le même fichier à --regroupement d'un semestre à l'autre.`,
  );
}

/** A half-year that has not ended is counted as it stands on the day. */
function noteUnfinished({ id, debut, fin }: Semestre, date: Day, io: Io): void {
  if (date < debut) io.note(`Le semestre ${id} ne commence que le ${formatDay(debut)} : rien ne peut encore y être compté.`);
  else if (date < fin) io.note(`Le semestre ${id} n'est pas terminé : ses chiffres, arrêtés au ${formatDay(date)}, changeront encore.`);
}

/** Rare: said, because the reader is told of a greater distance for all counts. */
function noteRounding({ arrondi }: NonNullable<TableauDeBord["secret"]>, io: Io): void {
  if (arrondi === undefined || arrondi.ecart === arrondi.base) return;
  io.note(
    `Aucun arrondi au multiple voisin ne gardait tous les totaux : quelques effectifs vont au multiple suivant. L'écart annoncé est de moins de ${arrondi.ecart}, au lieu de ${arrondi.base}.`,
  );
}

/** About how many: the number itself is known to who compares, and to nobody else. */
function noteRevisions(revisions: ReadonlyMap<string, number>, io: Io): void {
  for (const [semestre, combien] of revisions) {
    const environ = combien < 10 ? "Quelques chiffres publiés" : `Environ ${formatNumber(Math.round(combien / 10) * 10)} chiffres publiés`;
    io.note(
      `${environ} pour ${semestre} ne sont plus ceux des fichiers d'aujourd'hui (arrivés tard, ou corrigés) : « Lisez-moi » les dit révisés.`,
    );
  }
}

/** A number may be safe and still say something of everybody it counts. */
function noteAttributes(attributes: readonly Attribute[], io: Io): void {
  const [first] = attributes;
  if (first === undefined) return;
  const who = Object.values(first.group).join(", ");
  io.note(
    `Attention : ${count(attributes.length, "groupe publié est tout entier", "groupes publiés sont tout entiers")} dans une seule catégorie ; ainsi dans ${first.table} (${first.mesure}), les ${first.persons} personnes de « ${who} » sont toutes « ${Object.values(first.category).join(", ")} ».`,
  );
}

/** Said to who makes the file and not in it: the number would help readers find the groups. */
function noteWithheld(groups: number | undefined, where: string | undefined, io: Io): void {
  if (!groups || where === undefined) return;
  io.note(
    `${count(groups, "groupe est tout entier", "groupes sont tout entiers")} dans ${where} : --secret-groupes a masqué ce qui le dirait.`,
  );
}

/** Where no more than this of what there is can be read, it is worth knowing what would show more; where nothing can, nothing would. */
const LITTLE = 0.75;

/**
 * Points at the advice, which is too long to work out at each publication. It is said to who makes the file and nothing of it is in
 * the file: which categories would show more once made one depends on numbers that are hidden, and would tell readers of them.
 */
function noteAdvice({ kept, arrondi }: NonNullable<TableauDeBord["secret"]>, tables: TableauDeBord["tables"], io: Io): void {
  if (kept === undefined || kept.cells === 0 || kept.cells >= LITTLE || arrondi !== undefined) return;
  const hidden = tables.flatMap(({ cellules }) => cellules).filter((cellule) => cellule.secret).length;
  io.note(
    `${count(hidden, "case masquée", "cases masquées")}, plus d'un quart de ce qui n'est pas nul : --advise dit si des catégories, réunies, en montreraient plus.`,
  );
}
