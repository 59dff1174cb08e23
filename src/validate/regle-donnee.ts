import { CALCUL, type ModeleCalcul } from "../dispositif/calculs.ts";
import { type Chemin, clesAvantListe } from "../dispositif/chemin.ts";
import { cheminFautif, isRemplie } from "../dispositif/conditions.ts";
import { referenceDe } from "../dispositif/droit.ts";
import type { Vue } from "../dispositif/fait.ts";
import type { Dispositif, RegleDonnee } from "../dispositif/modele.ts";
import { vueDuParcours } from "../dispositif/parcours.ts";
import { DEMARCHE_LIEE } from "../dispositif/vue.ts";
import { formatNumber, list } from "../words/french.ts";
import type { Severity } from "./diagnostic.ts";
import { defineRule, type ParcoursCommun, type Rule } from "./rule.ts";

const gravites: Readonly<Record<RegleDonnee["gravite"], Severity>> = { erreur: "error", avertissement: "warning", information: "info" };

/** The rules that a dispositif states as data, as the engine runs those of code: on the parcours as it stands on the day of the check. */
export function reglesDonnees(dispositif: Dispositif): Rule[] {
  return (dispositif.regles_donnees ?? []).map((regle) => regleDonnee(regle, dispositif));
}

function regleDonnee({ id, gravite, resume, si, exige, message, conseil, reference }: RegleDonnee, dispositif: Dispositif) {
  return defineRule<"parcours", ParcoursCommun>({
    id,
    famille: dispositif.identifiant,
    scope: "parcours",
    severity: gravites[gravite],
    summary: resume ?? message,
    references: [referenceDe(dispositif, reference)],
    *check(parcours, { date, demarcheOf }) {
      const vue = vueDuParcours({ ...parcours, [DEMARCHE_LIEE]: demarcheOf(parcours) }, date, dispositif);
      if ((si !== undefined && !isRemplie(vue, si)) || isRemplie(vue, exige)) return;
      yield {
        at: placeDe(cheminFautif(vue, exige), vue, dispositif),
        message: citer(message, vue),
        ...(conseil === undefined ? {} : { hint: citer(conseil, vue) }),
      };
    },
  });
}

/** Where a path is to be looked at: a derived fact where the first that it lacks would be, an item of a list at its list. */
function placeDe(chemin: Chemin, vue: Vue, dispositif: Dispositif): readonly string[] {
  // What its démarche lacks is seen where the parcours names it.
  if (chemin.startsWith(DEMARCHE_LIEE)) return ["demarche"];
  if (!chemin.startsWith(CALCUL)) return clesAvantListe(chemin);
  const sources = sourcesDe(dispositif.parcours.calculs?.[chemin.slice(CALCUL.length)] ?? {});
  const source = sources.find((un) => vue(un) === undefined) ?? sources[0];
  return source === undefined ? [] : placeDe(source, vue, dispositif);
}

function sourcesDe({ dernier = [], dernier_connu = [], premier = [], somme, echeance, lendemain }: ModeleCalcul): Chemin[] {
  const seules = [somme, echeance?.depuis, lendemain].filter((chemin) => chemin !== undefined);
  return [...dernier, ...dernier_connu, ...premier, ...seules];
}

/** A text with, in place of `{chemin}`, what the file holds there. */
function citer(texte: string, vue: Vue): string {
  return texte.replaceAll(/\{([^{}]+)\}/g, (_, chemin: Chemin) => texteDe(vue(chemin)?.valeur));
}

/** A value as French writes it: « 16/09/2024 », « 1 250,5 », « oui ». */
function texteDe(valeur: unknown): string {
  if (valeur === undefined) return "(non connu)";
  if (typeof valeur === "number") return formatNumber(valeur);
  if (typeof valeur === "boolean") return valeur ? "oui" : "non";
  if (Array.isArray(valeur)) return list(valeur.map(texteDe), "et");
  const [, annee, mois, jour] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(valeur)) ?? [];
  return annee === undefined ? String(valeur) : `${jour}/${mois}/${annee}`;
}
