import { existsSync } from "node:fs";
import { join } from "node:path";
import { formeDe, type Modele, modelesDe } from "../../dispositif/catalogue.ts";
import type { Kind } from "../../dispositif/forme.ts";
import { entryOf } from "../../dossier/entry.ts";
import { type DossierMixte, loadDossier } from "../../dossier/load.ts";
import { readBytes } from "../../dossier/source.ts";
import { writeOutput } from "../../dossier/write/output.ts";
import { donneesDesDrapeaux } from "../../entretien/drapeaux.ts";
import { UserError } from "../../errors.ts";
import type { Io } from "../../io.ts";
import { renderers } from "../../render/validate/index.ts";
import { ligneSchema, poserSchemas } from "../../saisie/dossier.ts";
import { rediger } from "../../saisie/rediger.ts";
import { checkDossier } from "../../validate/index.ts";
import type { Chantier, Ebauche } from "./chantier.ts";
import type { NewOptions } from "./options.ts";
import { repondreSansQuestion } from "./sans-question.ts";

/** Makes a fiche or a parcours from answers, checks it with its dossier, and writes it where it belongs. */
export async function makeNew(kind: Kind, options: NewOptions, io: Io): Promise<void> {
  const chantier = await ouvrir(kind, options, io);
  const data = io.canAsk && options.yes === undefined ? await interroger(chantier, io) : repondreSansQuestion(chantier);
  if (data === undefined) return io.end("not-done");
  const { fichier, texte, constats, isForme, isSansErreur } = await chantier.ebaucher(data);
  if (!isForme) throw new UserError([...constats.trim().split("\n"), "Rien n'a été écrit."], "Corrigez ces réponses.");
  if (existsSync(options.dossier)) poserSchemas(options.dossier, [chantier.modele]);
  writeOutput(fichier, texte);
  if (!io.canAsk && constats !== "") io.note(constats.split("\n"));
  io.note(`Écrit : ${fichier}`);
  if (!isSansErreur) io.end("problems");
}

async function interroger(chantier: Chantier, io: Io): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { mener } = await import("./mener.ts");
  return mener(chantier, io);
}

async function ouvrir(kind: Kind, options: NewOptions, io: Io): Promise<Chantier> {
  const dossier = await loadDossier(existsSync(options.dossier) ? [options.dossier] : [], io);
  const drapeaux = Object.entries(options).filter((entry): entry is [string, string[]] => Array.isArray(entry[1]));
  const modele = await modeleVoulu(kind, dossier, options);
  const forme = formeDe(modele, kind);
  const donnees = await donneesDesDrapeaux(forme, Object.fromEntries(drapeaux));
  const fichierDe: Chantier["fichierDe"] = (data) => options.output ?? placeDe(kind, options.dossier, String(data.identifiant));
  return {
    kind,
    modele,
    forme,
    dossier,
    donnees,
    options,
    fichierDe,
    ebaucher: (data) => ebaucher({ forme, data, dossier, options, fichier: fichierDe(data) }),
  };
}

/** The dispositif asked for; else the one of files that name none. */
async function modeleVoulu(kind: Kind, { catalogue }: DossierMixte, { dispositif = catalogue.parDefaut }: NewOptions): Promise<Modele> {
  const [modele] = await modelesDe(catalogue, [dispositif]);
  if (modele === undefined) throw new Error("aucun dispositif");
  if (modele.formes[kind] === undefined)
    throw new UserError(`Le dispositif « ${modele.dispositif.libelle} » n'a pas de fiche projet.`, "Commencez par « cpro new parcours ».");
  return modele;
}

/** An identifiant may hold signs that no file's name can. */
function placeDe(kind: Kind, dossier: string, identifiant: string): string {
  const nom = identifiant.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^\.+/, "");
  if (kind === "parcours") return join(dossier, "parcours", `${nom}.yaml`);
  return join(dossier, existsSync(join(dossier, "fiche.yaml")) ? `fiche-${nom}.yaml` : "fiche.yaml");
}

async function ebaucher({
  forme,
  data,
  dossier,
  options,
  fichier,
}: Pick<Chantier, "forme" | "dossier" | "options"> & { data: Readonly<Record<string, unknown>>; fichier: string }): Promise<Ebauche> {
  const texte = rediger(forme, data, { entete: [ligneSchema(options.dossier, fichier, forme)], commentaires: true });
  const entry = await entryOf(readBytes(fichier, Buffer.from(texte)), dossier.catalogue);
  const avec: DossierMixte = {
    ...dossier,
    fiches: [...dossier.fiches, ...("fiche" in entry ? [entry.fiche] : [])],
    parcours: [...dossier.parcours, ...("parcours" in entry ? [entry.parcours] : [])],
    faulty: "faulty" in entry ? [entry.faulty] : [],
  };
  const report = await checkDossier(avec, { date: options.date, infos: false });
  const diagnostics = report.diagnostics.filter(({ file }) => file === fichier);
  const constats = diagnostics.length === 0 ? "" : renderers.text({ ...report, diagnostics });
  return {
    fichier,
    texte,
    constats,
    isForme: !("faulty" in entry),
    isSansErreur: diagnostics.every(({ severity }) => severity !== "error"),
  };
}
