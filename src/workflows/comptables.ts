import { comptables, domainesEtrangers } from "../dashboard/index.ts";
import type { Modele } from "../dispositif/catalogue.ts";
import { compteAvec } from "../dispositif/noms.ts";
import type { Dossier, DossierMixte } from "../dossier/load.ts";
import { UserError } from "../errors.ts";
import type { Io } from "../io.ts";
import { checkDossier, type Report } from "../validate/index.ts";
import { count } from "../words/french.ts";
import type { DashboardOptions } from "./dashboard/options.ts";
import { imparfaits, sansDoubles } from "./open.ts";

/** The parcours that can be counted. */
interface Comptables {
  /** With the parcours that have a fault which no table reads. */
  dossier: Pick<Dossier, "fiches" | "parcours">;
  ineligibles: Report["ineligible"];
  /** Parcours left out for a fault in what the tables read, and parcours counted with a fault elsewhere. */
  ecartes: number;
  imparfaits: number;
}

/** What of a dossier is a dispositif's, or may be; how many parcours are of another is said. */
function duDispositif(dossier: DossierMixte, modele: Modele, io: Pick<Io, "note">): Dossier {
  const { fiches, parcours, faulty } = dossier;
  const isSien = (un: { modele?: Modele | undefined }): boolean =>
    un.modele === undefined || compteAvec(un.modele.dispositif) === modele.identifiant;
  const siens = {
    fiches: fiches.filter(isSien),
    parcours: parcours.filter(isSien),
    faulty: faulty.filter(({ shape }) => isSien({ modele: shape?.modele })),
  };
  const autres = parcours.length - siens.parcours.length;
  if (autres > 0) io.note(`${count(autres, "parcours", "parcours")} d'un autre dispositif : hors de ce tableau de bord.`);
  // Of one dispositif: its schema has found in each parcours all that its columns read.
  return { ...dossier, ...siens } as Dossier;
}

/**
 * Says on standard error what is counted of some dossiers and what is not, so that no figure is silently partial.
 * @throws UserError under `--strict` when anything is wrong.
 */
export async function ouvrirComptables(
  charge: DossierMixte,
  modele: Modele,
  { date, strict }: Pick<DashboardOptions, "date" | "strict">,
  io: Io,
): Promise<Comptables> {
  const dossier = duDispositif(charge, modele, io);
  for (const { path, reason } of dossier.lost) io.note(`${path} : ${reason}`);
  if (dossier.lost.length > 0) io.end("not-done");
  const report = await checkDossier(dossier, { date });
  const { ineligible, counts } = report;
  if (strict && (counts.error > 0 || dossier.lost.length > 0)) throw refusal(counts.error + dossier.lost.length);
  const repris = new Map(comptables(dossier.faulty).map((un) => [un.file, un]));
  const ecartes = dossier.faulty.filter(({ file }) => !repris.has(file));
  // A copy is left aside, not counted with its fault, nor in the place of an original that cannot be counted.
  const lisibles = { fiches: dossier.fiches, parcours: [...dossier.parcours, ...repris.values()], faulty: ecartes };
  const { fiches, parcours } = sansDoubles(lisibles, io);
  const fautifs = imparfaits(parcours, report).length;
  noteFaulty(
    ecartes.map(({ file }) => file),
    fautifs,
    io,
  );
  return {
    dossier: { fiches, parcours },
    ineligibles: new Map([...ineligible, ...[...repris.keys()].map((file): [string, string[]] => [file, ["schema"]])]),
    ecartes: dossier.fiches.length + dossier.parcours.length + dossier.faulty.length - fiches.length - parcours.length,
    imparfaits: fautifs,
  };
}

function noteFaulty(ecartes: readonly string[], imparfaits: number, io: Io): void {
  if (ecartes.length > 0) {
    io.end("problems");
    io.note(
      `${count(ecartes.length, "fichier laissé de côté", "fichiers laissés de côté")}, faute de pouvoir lire ce que les tableaux demandent : ${ecartes.slice(0, 5).join(", ")}${ecartes.length > 5 ? "…" : ""}.`,
    );
  }
  if (imparfaits > 0) {
    io.note(
      `${count(imparfaits, "parcours compté", "parcours comptés")} malgré une erreur, car ce que les tableaux demandent y est lisible. « cpro validate » dit lesquelles ; --strict les refuse.`,
    );
  }
}

/** Words of a parcours alone may name somebody: they go into no table and no lot. */
export function noteDomaines(dossier: Pick<Dossier, "fiches" | "parcours">, io: Pick<Io, "note">): void {
  const etrangers = domainesEtrangers(dossier);
  if (etrangers === 0) return;
  io.note(`${count(etrangers, "parcours", "parcours")} au domaine absent de leur fiche projet, ou sans fiche projet : « non connu ».`);
}

function refusal(faults: number): UserError {
  return new UserError(
    `Rien n'a été écrit : ${count(faults, "erreur", "erreurs")} dans les fichiers, et --strict n'en admet aucune.`,
    "Lancez « cpro validate » pour les voir, ou retirez --strict.",
  );
}

/** When paths hold nothing that can be counted, although `faulty` files of cpro may be there. */
export function nothing(faulty: number): UserError {
  return new UserError(
    faulty > 0 ? "Aucun fichier cpro utilisable dans ces chemins : tous comportent des erreurs." : "Aucun fichier cpro dans ces chemins.",
    "Un fichier cpro commence par une ligne « format: cpro/… ». Lancez « cpro validate » pour le détail.",
  );
}
