import { existsSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import type { Modele } from "../dispositif/catalogue.ts";
import type { RegleDonnee } from "../dispositif/modele.ts";
import { definirPropres, lirePropres } from "../dispositif/propres/index.ts";
import type { Faute } from "../dispositif/verifier/index.ts";
import { readText } from "../dossier/entry.ts";
import { dossierOf, readSources } from "../dossier/load.ts";
import { readSource, type Source } from "../dossier/source.ts";
import { UserError } from "../errors.ts";
import type { Day } from "../words/dates.ts";
import { countBySeverity, type Diagnostic, type Severity, sortDiagnostics } from "./diagnostic.ts";
import { runRules } from "./engine.ts";
import { checkDossier, type Report } from "./index.ts";
import { diagnoseFaulty } from "./place.ts";
import { reglesDe } from "./regles.ts";

/**
 * Checks a dispositif of a user's own before it is used: what its files say, then its example by its own rules, then that each of its
 * data rules speaks where it must, and there alone.
 * @param dossier its folder.
 * @throws UserError when the folder is not that of a dispositif.
 */
export async function verifierPropre(dossier: string, date: Day): Promise<Report> {
  const propres = lirePropres([], dossier);
  const [textes] = propres.textes;
  if (textes === undefined || propres.textes.length > 1) throw new UserError(`${dossier} n'est pas le dossier d'un dispositif.`);
  const { catalogue, fautifs } = await definirPropres(propres);
  const diagnostics: Diagnostic[] = [];
  for (const fautif of fautifs) diagnostics.push(...(await diagnoseFaulty(fautif)));
  const modele = fautifs.length > 0 ? undefined : await catalogue.modele(textes.nom);
  const exemple = modele === undefined ? undefined : await verifierExemple(dossier, modele, textes.definition, date);
  const tous = [...diagnostics, ...(exemple?.diagnostics ?? [])];
  const vide: Report = { files: 0, diagnostics: [], counts: countBySeverity([]), ineligible: new Map(), ignored: [], lost: [] };
  return { ...(exemple ?? vide), files: (exemple?.files ?? 0) + 1, diagnostics: sortDiagnostics(tous), counts: countBySeverity(tous) };
}

async function verifierExemple(dossier: string, modele: Modele, definition: Source, date: Day): Promise<Report> {
  const exemple = join(dossier, "exemple");
  const regles = await verifierRegles(dossier, modele, definition, date);
  if (!existsSync(exemple)) {
    const manque = { at: ["identifiant"], message: "Ce dispositif n'a pas d'exemple.", hint: `Mettez-en un dans ${exemple}.` };
    const dit = await dire(definition, [manque], "warning");
    return { files: 0, diagnostics: [...dit, ...regles], counts: countBySeverity(dit), ineligible: new Map(), ignored: [], lost: [] };
  }
  const lu = await readSources([exemple], { dispositifs: dossier });
  const desRegles = resolve(exemple, "regles") + sep;
  const sources = lu.sources.filter(({ file }) => !resolve(file).startsWith(desRegles));
  const report = await checkDossier(await dossierOf({ ...lu, sources }, true), { date });
  return { ...report, diagnostics: [...report.diagnostics, ...regles] };
}

/** Each data rule has beside it a file that follows it, and one that does not. */
async function verifierRegles(dossier: string, modele: Modele, definition: Source, date: Day): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const [rang, regle] of (modele.dispositif.regles_donnees ?? []).entries()) {
    for (const sens of ["ok", "ko"] as const) {
      const file = join(dossier, "exemple", "regles", `${regle.id}.${sens}.yaml`);
      if (existsSync(file)) diagnostics.push(...(await essayer(dossier, file, regle, { sens, modele, date })));
      else {
        const message = `La règle « ${regle.id} » n'a pas d'exemple ${sens === "ok" ? "qui la suit" : "qui l'enfreint"}.`;
        const manque = { at: ["regles_donnees", rang, "id"], message, hint: `Ajoutez ${file}.` };
        diagnostics.push(...(await dire(definition, [manque], "warning")));
      }
    }
  }
  return diagnostics;
}

interface Essai {
  sens: "ok" | "ko";
  modele: Modele;
  date: Day;
}

async function essayer(dossier: string, file: string, { id }: RegleDonnee, { sens, modele, date }: Essai): Promise<Diagnostic[]> {
  const lu = await readSources([file], { dispositifs: dossier });
  const essaye = await dossierOf(lu);
  const fautes: Diagnostic[] = [];
  for (const fautif of essaye.faulty) fautes.push(...(await diagnoseFaulty(fautif)));
  if (fautes.length > 0) return fautes;
  const source = readSource(file);
  const suit = essaye.parcours.some(({ modele: sien }) => sien.identifiant === modele.identifiant);
  if (!suit) return dire(source, [{ at: [], message: `Cet exemple ne suit pas le dispositif « ${modele.identifiant} ».` }], "error");
  const [constat] = runRules(() => reglesDe(modele.dispositif).filter((regle) => regle.id === id), essaye, date).filter(
    ({ ruleId }) => ruleId === id,
  );
  if (sens === "ok" && constat !== undefined)
    return dire(source, [{ at: constat.at, message: `Cet exemple devait suivre la règle « ${id} » : ${constat.message}` }], "error");
  if (sens === "ko" && constat === undefined)
    return dire(
      source,
      [{ at: ["identifiant"], message: `Cet exemple devait enfreindre la règle « ${id} », qui n'y trouve rien à redire.` }],
      "error",
    );
  return [];
}

/** What is said at places of a file, of one gravity. */
async function dire({ file, bytes }: Source, told: readonly Faute[], severity: Severity): Promise<Diagnostic[]> {
  const reading = await readText(bytes.toString());
  if ("faults" in reading) throw new Error("un texte lu une fois ne l'est plus");
  const diagnostics = await diagnoseFaulty({ file, bytes, fautes: { told, places: reading.places } });
  return diagnostics.map((diagnostic) => ({ ...diagnostic, severity }));
}
