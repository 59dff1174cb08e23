import type { Path } from "../../dossier/place.ts";
import { isDay } from "../../words/dates.ts";
import type { Parametre } from "../droit.ts";
import type { Dispositif } from "../modele.ts";
import { conseilParmi, type Faute } from "./faute.ts";
import type { Releve } from "./releves.ts";

type Parametres = Readonly<Record<string, Parametre>>;

/** Longer than any delay: a century. */
const PLUS_LONG = 36_525;

interface Usage {
  attendu: string;
  convient: (parametre: Parametre) => boolean;
}

const nombre: Usage = { attendu: "un nombre", convient: ({ values }) => values.every(({ value }) => typeof value === "number") };

/** What each use of a parameter asks of it. */
const usages: Readonly<Record<string, Usage>> = {
  delai: {
    attendu: "un nombre entier de jours ou de mois",
    convient: ({ unit, values }) => ["jours", "mois"].includes(unit) && values.every(({ value }) => isDelai(value)),
  },
  borne: nombre,
  plafond: nombre,
  plafondDeBase: nombre,
  parametreNombre: nombre,
  parametreJour: { attendu: "un jour", convient: ({ values }) => values.every(({ value }) => isJour(value)) },
};

const isDelai = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= PLUS_LONG;
const isJour = (value: unknown): boolean => typeof value === "string" && isDay(value);

/** The parameters that do not exist, that are not what their use asks, or whose values are not in the order of their dates. */
export function parametresFautifs({ parametres = {} }: Dispositif, releves: readonly Releve[], connus: Parametres): Faute[] {
  const tous: Parametres = { ...connus, ...parametres };
  return [...releves.flatMap((releve) => usageFautif(releve, tous) ?? []), ...Object.entries(parametres).flatMap(valeursFautives)];
}

function usageFautif({ nature, at, valeur }: Releve, tous: Parametres): Faute | undefined {
  if (nature === "jourNomme" && /^\d/.test(valeur)) {
    return isDay(valeur) ? undefined : { at, message: `« ${valeur} » n'est pas un jour du calendrier.`, hint: "Corrigez la date." };
  }
  const usage = nature === "jourNomme" ? usages.parametreJour : Object.hasOwn(usages, nature) ? usages[nature] : undefined;
  const nom = valeur.replace(/^-/, "");
  if (usage === undefined || (nature === "plafond" && nom === "aucun")) return undefined;
  const parametre = Object.hasOwn(tous, nom) ? tous[nom] : undefined;
  if (parametre === undefined) return { at, message: `Le paramètre « ${nom} » n'existe pas.`, hint: conseilParmi(nom, Object.keys(tous)) };
  if (usage.convient(parametre)) return undefined;
  return {
    at,
    message: `Le paramètre « ${nom} » ne convient pas ici : on attend ${usage.attendu}.`,
    hint: "Vérifiez son unité (unit) et ses valeurs (values).",
  };
}

function valeursFautives([nom, { values }]: [string, Parametre]): Faute[] {
  const lieu = (rang: number, cle: string): Path => ["parametres", nom, "values", rang, cle];
  return values.flatMap(({ from, value }, rang): Faute[] => {
    const avant = values[rang - 1]?.from;
    if (typeof value === "string" && !isDay(value)) {
      return [
        {
          at: lieu(rang, "value"),
          message: `« ${value} » n'est ni un nombre ni un jour.`,
          hint: "Écrivez un nombre, ou un jour : 2025-06-30.",
        },
      ];
    }
    if (avant === undefined || avant < from) return [];
    return [
      {
        at: lieu(rang, "from"),
        message: "Les valeurs d'un paramètre se suivent par date d'effet (from).",
        hint: "Remettez-les dans l'ordre.",
      },
    ];
  });
}
