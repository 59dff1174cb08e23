import { departements, regions } from "../../../generated/nomenclatures.ts";
import { defineRule } from "../../rule.ts";

type Niveau = "nationale" | "regionale" | "departementale" | "locale";

/** What a code of a zone is, for each level; a commune (five characters) begins with its département. */
const attendu: Record<Niveau, { libelle: string; nom: string; exemple: string; exists: (code: string) => boolean }> = {
  nationale: { libelle: "nationale", nom: "aucun code", exemple: "", exists: () => false },
  regionale: { libelle: "régionale", nom: "un code de région", exemple: "32", exists: (code) => Object.hasOwn(regions, code) },
  departementale: {
    libelle: "départementale",
    nom: "un code de département",
    exemple: "02",
    exists: (code) => Object.hasOwn(departements, code),
  },
  locale: { libelle: "locale", nom: "un code de département ou de commune", exemple: "02", exists: isLocal },
};

export default defineRule({
  id: "fiche-zone-codes",
  famille: "vae_inversee",
  scope: "fiche",
  severity: "error",
  summary:
    "Une zone régionale nomme des régions du code officiel géographique, une zone départementale des départements, une zone locale des départements ou des communes ; une zone nationale ne nomme rien.",
  references: ["insee-cog"],
  *check({ zone }) {
    if (zone === undefined) return;
    const { niveau, codes = [] } = zone;
    const { libelle, nom, exemple, exists } = attendu[niveau];
    if (codes.length === 0 && (niveau === "regionale" || niveau === "departementale")) {
      yield {
        at: ["zone", "codes"],
        message: `La zone est ${libelle}, mais aucun code ne dit laquelle : on attend ${nom}.`,
        hint: `Ajoutez les codes officiels entre guillemets, par exemple « codes: ["${exemple}"] ».`,
      };
    }
    for (const [index, code] of codes.entries()) {
      if (exists(code)) continue;
      yield {
        at: ["zone", "codes", index],
        message: `La zone est ${libelle} : « ${code} » n'y convient pas, on attend ${nom}.`,
        hint: hintFor(niveau, code),
      };
    }
  },
});

function isLocal(code: string): boolean {
  if (code.length < 5) return Object.hasOwn(departements, code);
  return Object.hasOwn(departements, code.slice(0, 2)) || Object.hasOwn(departements, code.slice(0, 3));
}

function hintFor(niveau: Niveau, code: string): string {
  if (niveau === "nationale") return "Retirez les codes, ou choisissez le niveau qui convient à la zone.";
  if (niveau === "departementale" && Object.hasOwn(regions, code))
    return `« ${code} » est la région ${regions[code]} : choisissez « niveau: regionale » ou nommez ses départements.`;
  const departement = departements[code];
  if (niveau === "regionale" && departement)
    return `« ${code} » est le département ${departement.nom} : choisissez « niveau: departementale » ou nommez la région.`;
  return "Vérifiez le code, entre guillemets et avec son zéro de tête.";
}
