import { InvalidArgumentError, Option } from "commander";

export function kOption(): Option {
  return new Option(
    "--k <nombre>",
    "arrondir les montants et les heures, puis laisser des champs de côté, jusqu'à ce que chaque ligne en ait au moins k - 1 autres pareilles",
  ).argParser((text) => {
    const k = Number(text);
    if (!Number.isInteger(k) || k < 2) throw new InvalidArgumentError(`« ${text} » n'est pas un nombre entier d'au moins 2.`);
    return k;
  });
}
