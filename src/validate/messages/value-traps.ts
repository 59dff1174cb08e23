import type { SchemaNode } from "../../dispositif/schema-node.ts";
import { FIRST_DAY, isDay, LAST_DAY } from "../../words/dates.ts";

interface Trap {
  message: string;
  hint: string;
}

/** The ways in which YAML, or the habits of a spreadsheet, betray a careful person: told in their own words. */
export function describeTrap(node: SchemaNode, key: string, read: string, value: unknown): Trap | undefined {
  if (node.format === "date") return dateTrap(key, read);
  if (node.pattern !== undefined && /^[0-9]+$/.test(read)) return digitsTrap(node, key, read);
  if (typeof value === "string" && isMeantBare(node, read)) {
    return {
      message: `« ${key}: "${read}" », entre guillemets, est lu comme un texte.`,
      hint: `Retirez les guillemets : « ${key}: ${read} ».`,
    };
  }
  if ((typeof value === "number" || typeof value === "boolean") && isMeantQuoted(node, read)) {
    const lu = typeof value === "number" ? "un nombre" : "une réponse oui ou non";
    return {
      message: `« ${key}: ${read} » sans guillemets est lu comme ${lu}.`,
      hint: `Mettez ce texte entre guillemets : « ${key}: "${read}" ».`,
    };
  }
  if (node.type === "number" || node.type === "integer") return numberTrap(key, read);
  if (node.type === "boolean") return booleanTrap(key, read);
  return undefined;
}

function isMeantBare({ type, enum: choices = [] }: SchemaNode, read: string): boolean {
  if (choices.some((choice) => typeof choice !== "string" && String(choice) === read)) return true;
  if (type === "boolean") return read === "true" || read === "false";
  return (type === "number" || type === "integer") && /^-?\d+(\.\d+)?$/.test(read);
}

function isMeantQuoted({ type, pattern, enum: choices }: SchemaNode, read: string): boolean {
  return choices === undefined ? type === "string" && pattern === undefined : choices.includes(read);
}

function dateTrap(key: string, read: string): Trap {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(read);
  const [, day = "", month = "", year = ""] = parts ?? [];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (parts !== null && isDay(iso)) return { message: `La date « ${read} » s'écrit année-mois-jour.`, hint: `Écrivez « ${key}: ${iso} ».` };
  if (isDay(read))
    return {
      message: `Le jour « ${read} » est hors du calendrier que cpro lit, qui va de ${FIRST_DAY.slice(0, 4)} à ${LAST_DAY.slice(0, 4)}.`,
      hint: "Vérifiez l'année.",
    };
  if (/^\d{4}-\d{2}-\d{2}$/.test(read))
    return { message: `Le jour « ${read} » n'existe pas au calendrier.`, hint: "Vérifiez le mois et le nombre de jours du mois." };
  if (read === "")
    return {
      message: `La date « ${key} » est vide.`,
      hint: "Donnez un jour, par exemple 2024-09-02, ou retirez la ligne si elle est facultative.",
    };
  return {
    message: `« ${read} » n'est pas une date que cpro peut lire.`,
    hint: `Écrivez l'année, le mois et le jour, par exemple « ${key}: 2024-09-02 ».`,
  };
}

/** A code made of digits: unquoted, YAML reads a number and drops its leading zeros; or digits are missing. */
function digitsTrap(node: SchemaNode, key: string, read: string): Trap | undefined {
  if (new RegExp(node.pattern ?? "").test(read)) {
    return {
      message: `« ${key}: ${read} » sans guillemets est lu comme un nombre, et un zéro au début serait perdu.`,
      hint: `Mettez ce code entre guillemets : « ${key}: "${read}" ».`,
    };
  }
  if (key !== "siret") return undefined;
  const lost = read.length < 14 ? " Un zéro au début s'est peut-être perdu dans un tableur." : "";
  return {
    message: `Le SIRET « ${read} » compte ${read.length} chiffres au lieu de 14.`,
    hint: `Écrivez les quatorze chiffres entre guillemets.${lost}`,
  };
}

function numberTrap(key: string, read: string): Trap | undefined {
  const plain = read.replaceAll(/[\s\u00a0\u202f_€]/g, "").replace(",", ".");
  if (plain === read || plain === "" || Number.isNaN(Number(plain))) return undefined;
  const why = read.includes(",") ? "le séparateur décimal de YAML est le point" : "un nombre s'écrit sans espace ni unité";
  return { message: `« ${read} » n'est pas lu comme un nombre : ${why}.`, hint: `Écrivez « ${key}: ${plain} ».` };
}

function booleanTrap(key: string, read: string): Trap | undefined {
  const answers: Record<string, boolean> = {
    oui: true,
    vrai: true,
    yes: true,
    x: true,
    "1": true,
    non: false,
    faux: false,
    no: false,
    "0": false,
  };
  const answer = answers[read.toLowerCase()];
  return answer === undefined
    ? undefined
    : {
        message: `« ${read} » n'est pas lu comme une réponse oui ou non.`,
        hint: `Écrivez « ${key}: ${answer} » (true pour oui, false pour non).`,
      };
}
