import { shapeErrors } from "../../dispositif/forme.ts";
import type { DossierMixte, FaultyFile, FicheDocument, ParcoursDocument } from "../../dossier/load.ts";
import { type Path, pathOf } from "../../dossier/place.ts";
import { type Constat, celluleDe, conseilDe, constatDe, type Prevu } from "../../import/index.ts";
import { rediger } from "../../saisie/rediger.ts";
import type { Diagnostic } from "../../validate/diagnostic.ts";
import { checkDossier } from "../../validate/index.ts";
import type { Day } from "../../words/dates.ts";

/**
 * What `validate` would say of the files to come, and what their cells say already, cell by cell. The files that exist and do not
 * change are checked with them, but nothing is said of those.
 */
export async function controler(prevus: readonly Prevu[], existants: DossierMixte, date: Day): Promise<Map<Prevu, Constat[]>> {
  const byFile = new Map(prevus.map((prevu) => [prevu.fichier, prevu]));
  const gardes = <D extends { file: string }>(documents: readonly D[]): D[] => documents.filter(({ file }) => !byFile.has(file));
  const dossier: DossierMixte = {
    ...existants,
    fiches: gardes(existants.fiches),
    parcours: gardes(existants.parcours),
    faulty: [],
    ignored: [],
    lost: [],
  };
  for (const prevu of prevus) ranger(dossier, prevu);
  const { diagnostics } = await checkDossier(dossier, { date, infos: false });
  const constats = new Map(prevus.map((prevu) => [prevu, prevu.brouillon.problemes.map(constatDe)]));
  for (const diagnostic of diagnostics) {
    const prevu = byFile.get(diagnostic.file);
    if (prevu !== undefined) noter(constats.get(prevu) ?? [], constatEn(prevu, diagnostic));
  }
  return constats;
}

function ranger(dossier: DossierMixte, { brouillon: { kind, forme, modele }, data, fichier: file }: Prevu): void {
  const bytes = Buffer.from(rediger(forme, data));
  const errors = shapeErrors(forme, data);
  if (errors.length > 0) dossier.faulty.push({ file, bytes, shape: { kind, forme, modele, data, errors } } satisfies FaultyFile);
  else if (kind === "fiche") dossier.fiches.push({ file, bytes, kind, data: data as unknown as FicheDocument["data"], modele });
  else dossier.parcours.push({ file, bytes, kind, data: data as unknown as ParcoursDocument["data"], modele });
}

/** A cell that could not be read is told once: that its value is missing or odd is no news. */
function noter(constats: Constat[], constat: Constat): void {
  const isDit = constats.some(({ ou, regle, message }) => ou === constat.ou && (regle === "classeur" || message === constat.message));
  if (!isDit) constats.push(constat);
}

function constatEn({ brouillon, data }: Prevu, { ruleId, severity, path, message, hint, references, keyword }: Diagnostic): Constat {
  const chemin = pathOf(path, data);
  const conseil =
    ruleId === "schema" ? conseilDe(brouillon.forme, chemin, { isManquant: keyword === "required", lu: valeurEn(data, chemin) }) : hint;
  return {
    ou: celluleDe(brouillon, chemin),
    gravite: severity === "error" ? "erreur" : "avertissement",
    regle: ruleId,
    message,
    ...(conseil === undefined ? {} : { conseil }),
    references: references.map(({ titre }) => titre),
    isBloquant: ruleId === "schema",
  };
}

function valeurEn(data: unknown, chemin: Path): unknown {
  return chemin.reduce<unknown>((node, pas) => (typeof node === "object" && node !== null ? Reflect.get(node, pas) : undefined), data);
}
