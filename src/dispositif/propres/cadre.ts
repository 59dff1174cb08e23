import type { Dispositif } from "../modele.ts";
import type { Faute } from "../verifier/index.ts";
import type { Textes } from "./textes.ts";

/** The families of rules that read what the files of all dispositifs have; the others know the files of one of cpro's. */
const FAMILLES = ["commun"];

/** What a dispositif of a user's own may not say, though its form allows it. */
export function fautesDeCadre(
  { identifiant, par_defaut, etend, cadre, regles = [] }: Dispositif,
  { nom, schemas }: Textes,
  connus: readonly string[],
): Faute[] {
  const fautes: (Faute | false)[] = [
    identifiant !== nom && {
      at: ["identifiant"],
      message: `L'identifiant « ${identifiant} » n'est pas le nom de son dossier, « ${nom} ».`,
      hint: "Renommez l'un ou l'autre.",
    },
    connus.includes(identifiant) && {
      at: ["identifiant"],
      message: `« ${identifiant} » est le nom d'un dispositif de cpro.`,
      hint: "Donnez un autre nom au vôtre.",
    },
    par_defaut === true && {
      at: ["par_defaut"],
      on: "key",
      message: "Un dispositif à vous n'est pas celui des fichiers qui n'en nomment aucun.",
      hint: "Retirez par_defaut : chaque fichier dit son dispositif.",
    },
    etend === undefined &&
      cadre.contrat !== "aucun" && {
        at: ["cadre", "contrat"],
        message: "Un dispositif à vous n'a pas de contrat de professionnalisation.",
        hint: "Écrivez « contrat: aucun ».",
      },
    schemas.parcours === undefined && {
      at: ["identifiant"],
      message: "Le schéma de ses parcours manque : parcours.schema.json, dans le même dossier.",
      hint: "« cpro dispositifs » et le guide en montrent un.",
    },
    etend === undefined &&
      (cadre.fiche === "aucune") !== (schemas.fiche === undefined) && {
        at: ["cadre", "fiche"],
        message:
          schemas.fiche === undefined
            ? "Le schéma de ses fiches manque : fiche.schema.json, dans le même dossier."
            : "Ce dispositif n'a pas de fiche, mais un fiche.schema.json.",
        hint: "Écrivez « fiche: aucune », et retirez fiche.schema.json.",
      },
  ];
  return [...fautes.filter((faute) => faute !== false), ...regles.flatMap(familleFermee)];
}

function familleFermee(motif: string, rang: number): Faute[] {
  const famille = motif.replace(/^-/, "").split("/")[0] ?? "";
  if (FAMILLES.includes(famille)) return [];
  return [
    {
      at: ["regles", rang],
      message: `« ${motif} » : un dispositif à vous n'appelle que les règles de « ${FAMILLES.join(", ")} ».`,
      hint: "Dites les vôtres dans regles_donnees.",
    },
  ];
}
