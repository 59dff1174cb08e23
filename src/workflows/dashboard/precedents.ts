import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { type Definition, definitionDuDispositif, lireDiffusion, type Precedent } from "../../dashboard/index.ts";
import { thresholdsAt } from "../../disclosure/index.ts";
import type { Dispositif } from "../../dispositif/modele.ts";
import { duDispositif } from "../../dispositif/noms.ts";
import { UserError } from "../../errors.ts";
import type { Io } from "../../io.ts";
import { count, list } from "../../words/french.ts";
import type { DashboardOptions } from "./options.ts";
import { bytesOfRecord, recordOf, relevesPresents } from "./releves.ts";

/** A record with the file that holds it. */
interface Releve {
  file: string;
  precedent: Precedent;
}

/**
 * The records of what was published: those given, and those that lie where the output goes or in the folders read, which are said; each
 * publication once. Nothing is looked for where nothing is published.
 * @throws UserError for a record that cannot be believed, or with which this one could not be proved.
 */
export function ouvrirPrecedents(dispositif: Dispositif, paths: readonly string[], options: DashboardOptions, io: Io): Precedent[] {
  const definition = definitionDuDispositif(dispositif);
  const donnes = (options.previous ?? []).map((file) => lire(definition, exigerSien(file, dispositif)));
  // What is published of other parcours says nothing of these.
  const presents =
    options.diffusion === "interne" ? [] : relevesPresents(paths, options.output).filter((file) => estDe(file, dispositif) !== false);
  if (options.sansPrecedent) {
    // Its own, from a run before, is about to be replaced.
    const siens = options.output === undefined ? "" : resolve(recordOf(options.output));
    const autres = presents.filter((file) => resolve(file) !== siens);
    if (autres.length > 0)
      io.note(`${count(autres.length, "relevé laissé de côté", "relevés laissés de côté")} (--sans-precedent) : ${autres.join(", ")}.`);
    return [];
  }
  const connus = new Set(donnes.map(({ precedent }) => precedent.sha256));
  const trouves = presents.map((file) => lire(definition, file)).filter(({ precedent }) => !connus.has(precedent.sha256));
  // An advice asks what a half-year could have shown, whether it is published or not.
  const utiles = [...donnes, ...trouves].filter(({ precedent }) => !options.advise || precedent.semestre < options.semester);
  const publies = publics(utiles, options, io);
  const uniques = uneFois(publies);
  noteTrouves(
    trouves.filter((un) => uniques.includes(un)),
    io,
  );
  if (options.diffusion !== "interne") for (const releve of uniques) exigerMemesSeuils(releve, options);
  return uniques.map(({ precedent }) => precedent);
}

/** Whether a record is of a dispositif's dashboard; undefined of what is no record, which is told as such. */
function estDe(file: string, { identifiant, par_defaut }: Dispositif): boolean | undefined {
  try {
    const { dispositif }: { dispositif?: unknown } = JSON.parse(bytesOfRecord(file).toString());
    return dispositif === undefined ? par_defaut === true : dispositif === identifiant;
  } catch {
    return undefined;
  }
}

/** @throws UserError for the record of another dispositif's dashboard. */
function exigerSien(file: string, dispositif: Dispositif): string {
  if (estDe(file, dispositif) !== false) return file;
  throw new UserError(
    `${file} : ce relevé n'est pas celui d'un tableau de bord ${duDispositif(dispositif)}.`,
    "Donnez le relevé d'un semestre antérieur du même tableau de bord, ou ôtez-le.",
  );
}

function lire(definition: Definition, file: string): Releve {
  const bytes = bytesOfRecord(file);
  return {
    file,
    precedent: { ...lireDiffusion(definition, file, bytes.toString()), sha256: createHash("sha256").update(bytes).digest("hex") },
  };
}

/** What stayed inside an organisation is known to no reader: nothing of it goes into what is published, charts included. */
function publics(releves: readonly Releve[], { diffusion }: DashboardOptions, io: Io): Releve[] {
  const publies = releves.filter(({ precedent }) => diffusion === "interne" || precedent.parametres.secret !== null);
  for (const { precedent } of releves.filter((un) => !publies.includes(un))) {
    io.note(`Le relevé du semestre ${precedent.semestre} est celui d'une diffusion interne, où rien n'est masqué : il est laissé de côté.`);
  }
  return publies;
}

/** A publication written in two formats has two records, that say the same but for the file. */
function uneFois(releves: readonly Releve[]): Releve[] {
  const parContenu = new Map<string, Releve>();
  for (const releve of releves) {
    const { fichier: _, empreinte: __, sha256: ___, ...contenu } = releve.precedent;
    const cle = JSON.stringify(contenu);
    if (!parContenu.has(cle)) parContenu.set(cle, releve);
  }
  return [...parContenu.values()];
}

function noteTrouves(trouves: readonly Releve[], io: Io): void {
  if (trouves.length === 0) return;
  const quoi = count(trouves.length, "relevé trouvé et pris en compte", "relevés trouvés et pris en compte");
  io.note(
    `${quoi} : ${list(
      trouves.map(({ file }) => file),
      "et",
    )}. Ce qui n'a pas été publié, ou parle d'autres parcours, est à ranger ailleurs.`,
  );
}

/** Under other thresholds, what one publication hides the other shows. */
function exigerMemesSeuils({ file, precedent: { parametres, semestre } }: Releve, { date, seuil }: DashboardOptions): void {
  const { secret } = parametres;
  if (secret === null) return;
  const { persons, enterprises, dominance } = thresholdsAt(date, seuil);
  // What is rounded is shown of no fewer persons than the base.
  const personnes = secret.methode === "arrondi" ? Math.max(persons, secret.base ?? 0) : persons;
  if (secret.seuil === personnes && secret.entreprises === enterprises && secret.dominance === dominance) return;
  throw new UserError(
    `${file} : le semestre ${semestre} a été publié avec d'autres seuils (${secret.seuil} personnes, ${secret.entreprises} entreprises, ${Math.round(secret.dominance * 100)} %), à « parametres.secret » : ce que l'un masque, l'autre le montrerait.`,
    `Reprenez le même seuil : --seuil ${secret.seuil}.`,
  );
}
