import {
  type DejaPublie,
  definitionDuDispositif,
  lirePublie,
  lireSemestre,
  type Partie,
  parties,
  sansPartie,
  sontMemes,
} from "../../dashboard/index.ts";
import type { DashboardInput } from "../../dashboard/input.ts";
import { UserError } from "../../errors.ts";
import type { Io } from "../../io.ts";
import { type Connue, computeDashboard, type Dashboard, type Parution, parutionDe } from "../../secrecy/index.ts";
import { list } from "../../words/french.ts";
import { bytesOfRecord } from "./releves.ts";

/**
 * What others have published of some of the rows (`--connus`), put next to those rows as they are counted today; whose they are is found
 * by counting, and said.
 * @throws UserError for a file that is no publication, or whose rows are not among these.
 */
export async function ouvrirConnus(files: readonly string[], input: DashboardInput, io: Pick<Io, "note">): Promise<Connue[]> {
  if (files.length === 0) return [];
  const [candidates, definition] = [parties(input), definitionDuDispositif(input.dispositif)];
  const parPartie = new Map<Partie, Parution[]>();
  for (const file of files) {
    const publie = lirePublie(definition, file, bytesOfRecord(file).toString());
    if (!sontMemes(publie.regroupement, input.regroupement)) throw otherwiseGrouped(file);
    const { partie, parution } = await reconnaitre(file, publie, candidates, input);
    parPartie.set(partie, [...(parPartie.get(partie) ?? []), parution]);
  }
  io.note(
    `Publications d'autres prises en compte : ${list(
      [...parPartie.keys()].map(({ nom }) => nom),
      "et",
    )}.`,
  );
  return enchaines(parPartie, input);
}

function otherwiseGrouped(file: string): UserError {
  return new UserError(
    `${file} : ce tableau de bord est publié avec d'autres catégories que celui-ci. Rien n'a été écrit.`,
    "Publiez avec les mêmes : donnez à --regroupement le fichier qu'ils ont suivi, ou retirez le vôtre.",
  );
}

/** Each part is taken off what the ones before have left, or off everybody where they have rows in common. */
async function enchaines(parPartie: ReadonlyMap<Partie, readonly Parution[]>, input: DashboardInput): Promise<Connue[]> {
  const connues: Connue[] = [];
  let reste: Pick<DashboardInput, "dossier" | "lots"> = input;
  for (const [partie, parutions] of parPartie) {
    const presents = new Set(reste.dossier.parcours);
    const isDisjointe = partie.dossier.parcours.every((un) => presents.has(un));
    const autres = sansPartie(isDisjointe ? reste : input, partie);
    connues.push({ parutions, isDisjointe, siennes: await compter(partie, input), autres: (await compter(autres, input)).systeme });
    if (isDisjointe) reste = autres;
  }
  return connues;
}

type Vue = Partial<Pick<DashboardInput, "semestre" | "date" | "selon">>;

/** What porteurs know of their own rows is another matter. */
function compter({ dossier, lots }: Pick<DashboardInput, "dossier" | "lots">, input: DashboardInput, vue: Vue = {}): Promise<Dashboard> {
  return computeDashboard({ ...input, dossier, ...(lots && { lots }), precedents: [], regionsPubliees: [], ...vue });
}

/** Below this share of numbers that are the same, rows are somebody else's; files may have been corrected since. */
const MEMES = 0.6;

async function reconnaitre(
  file: string,
  publie: DejaPublie,
  candidates: readonly Partie[],
  input: DashboardInput,
): Promise<{ partie: Partie; parution: Parution }> {
  let meilleure: { partie: Partie; parution: Parution; part: number } | undefined;
  for (const partie of candidates) {
    const parution = parutionDe(publie, await compter(partie, input, vueDe(publie)));
    const part = partDesMemes(parution);
    if (part > (meilleure?.part ?? 0)) meilleure = { partie, parution, part };
    if (part === 1) break;
  }
  if (meilleure !== undefined && meilleure.part >= MEMES) return meilleure;
  throw new UserError(
    `${file} : ces chiffres ne sont ceux d'aucun porteur ni d'aucune région de ces fichiers. Rien n'a été écrit.`,
    "Donnez à --connus ce que d'autres ont publié d'une partie de ces parcours ; ce que vous avez publié vous-même va à --previous.",
  );
}

function vueDe({ semestre, date, decoupage }: DejaPublie): Vue {
  return { semestre: lireSemestre(semestre), date, selon: decoupage };
}

/** Of the numbers shown that are not zero, those that these rows give too. */
function partDesMemes({ montres, vrais, ecart = 1 }: Parution): number {
  const montrees = [...montres].filter(([, valeur]) => valeur !== 0);
  const memes = montrees.filter(([cle, valeur]) => Math.abs((vrais.get(cle) ?? 0) - valeur) < ecart);
  return memes.length / Math.max(1, montrees.length);
}
