import type { Path } from "../../dossier/place.ts";
import { type Noeud, renvois } from "../assembler.ts";
import type { Faute } from "../verifier/index.ts";
import { LONGUEUR_D_UN_MOTIF, motifFautif } from "./motif.ts";

const COMMUN = /^(?:\.{1,2}\/|[\w-]+\/)*commun\.schema\.json#\/\$defs\/(\w+)$/;
const PROPRE = /^#\/\$defs\/(\w+)$/;

/** The common definition that a reference takes; nothing when it takes none. */
export function communeDe(noeud: unknown): string | undefined {
  return COMMUN.exec(String(objet(noeud).$ref ?? ""))?.[1];
}

/** What is wrong in the nodes of a schema that has its form, whatever it is the schema of. */
export function fautesDesNoeuds(schema: Noeud, commun: Noeud): Faute[] {
  const defs = objet(schema.$defs);
  const fautes = visiter(schema, [], (noeud, at) => [
    ...fautesDeRenvoi(noeud, at, defs, commun),
    ...fautesDeMotif(noeud, at),
    ...fautesDeCles(noeud, at),
  ]);
  return [...fautes, ...nomsReserves(defs, commun), ...boucles(defs)];
}

const TABLES = ["properties", "$defs"];
const LISTES = ["allOf", "anyOf", "oneOf"];
const SEULS = ["items", "if", "then", "else", "not"];

function visiter(noeud: unknown, at: Path, dire: (noeud: Noeud, at: Path) => Faute[]): Faute[] {
  const ici = objet(noeud);
  return [
    ...dire(ici, at),
    ...[...TABLES, ...LISTES].flatMap((mot) =>
      Object.entries(objetOuListe(ici[mot])).flatMap(([cle, sous]) =>
        visiter(sous, [...at, mot, LISTES.includes(mot) ? Number(cle) : cle], dire),
      ),
    ),
    ...SEULS.filter((mot) => ici[mot] !== undefined).flatMap((mot) => visiter(ici[mot], [...at, mot], dire)),
  ];
}

function fautesDeRenvoi({ $ref }: Noeud, at: Path, defs: Noeud, commun: Noeud): Faute[] {
  if (typeof $ref !== "string") return [];
  const ici = [...at, "$ref"];
  const propre = PROPRE.exec($ref)?.[1];
  if (propre !== undefined) {
    if (Object.hasOwn(defs, propre)) return [];
    return [{ at: ici, message: `Ce schéma n'a pas de définition « ${propre} ».`, hint: "Ajoutez-la à $defs, ou corrigez son nom." }];
  }
  const commune = communeDe({ $ref });
  if (commune === undefined) {
    return [
      {
        at: ici,
        message: `« ${$ref} » n'est pas admis : un schéma ne renvoie qu'à ses $defs, ou à commun.schema.json.`,
        hint: "Écrivez « #/$defs/nom ».",
      },
    ];
  }
  if (at.length !== 2 || at[0] !== "$defs") {
    return [
      {
        at: ici,
        message: "Une définition commune se reprend dans $defs.",
        hint: `Ajoutez-la à $defs, puis écrivez ici « #/$defs/${commune} ».`,
      },
    ];
  }
  if (Object.hasOwn(commun, commune)) return [];
  return [
    {
      at: ici,
      message: `commun.schema.json n'a pas de définition « ${commune} ».`,
      hint: `On y trouve ${Object.keys(commun).join(", ")}.`,
    },
  ];
}

function fautesDeMotif({ pattern, maxLength }: Noeud, at: Path): Faute[] {
  if (typeof pattern !== "string") return [];
  const ici = [...at, "pattern"];
  if (typeof maxLength !== "number" || maxLength > LONGUEUR_D_UN_MOTIF) {
    return [
      {
        at: ici,
        message: `Un motif (pattern) ne lit qu'un texte court : il faut à côté un maxLength de ${LONGUEUR_D_UN_MOTIF} au plus.`,
        hint: "Ajoutez maxLength.",
      },
    ];
  }
  const pourquoi = motifFautif(pattern);
  return pourquoi === undefined ? [] : [{ at: ici, message: `« ${pattern} » ${pourquoi}.`, hint: "Écrivez un motif plus simple." }];
}

function fautesDeCles(noeud: Noeud, at: Path): Faute[] {
  const { required = [], properties, if: si } = noeud;
  const connues = Object.keys(objet(properties));
  const absentes = properties === undefined ? [] : (required as string[]).filter((cle) => !connues.includes(cle));
  const sansSuite = si !== undefined && noeud.then === undefined && noeud.else === undefined;
  // A condition may ask for keys that are described elsewhere.
  const isCondition = at.some((mot) => ["if", "then", "else", "not", ...LISTES].includes(String(mot)));
  return [
    ...(isCondition
      ? []
      : absentes.map((cle) => ({
          at: [...at, "required"],
          message: `« ${cle} » est requise, mais n'est pas décrite dans properties.`,
          hint: "Décrivez-la, ou retirez-la.",
        }))),
    ...(sansSuite ? [{ at: [...at, "if"], message: "Un « if » attend un « then » ou un « else ».", hint: "Ajoutez l'un des deux." }] : []),
  ];
}

/** A common definition brings those that it needs, by their names: another of the same name would take their place. */
function nomsReserves(defs: Noeud, commun: Noeud): Faute[] {
  return Object.entries(defs)
    .filter(([nom, noeud]) => Object.hasOwn(commun, nom) && communeDe(noeud) !== nom)
    .map(([nom]) => ({
      at: ["$defs", nom],
      on: "key" as const,
      message: `« ${nom} » est le nom d'une définition commune.`,
      hint: "Reprenez-la telle quelle, ou donnez un autre nom à la vôtre.",
    }));
}

/** Files end; a definition that holds itself does not. */
function boucles(defs: Noeud): Faute[] {
  const besoins = new Map(Object.entries(defs).map(([nom, noeud]) => [nom, communeDe(noeud) === undefined ? renvois(noeud) : []]));
  const atteints = (nom: string, vus: Set<string>): Set<string> => {
    for (const besoin of besoins.get(nom) ?? []) {
      if (vus.has(besoin)) continue;
      vus.add(besoin);
      atteints(besoin, vus);
    }
    return vus;
  };
  return [...besoins.keys()]
    .filter((nom) => atteints(nom, new Set()).has(nom))
    .map((nom) => ({
      at: ["$defs", nom],
      on: "key" as const,
      message: `La définition « ${nom} » se contient elle-même.`,
      hint: "Décrivez chaque niveau à part.",
    }));
}

export function objet(valeur: unknown): Noeud {
  return typeof valeur === "object" && valeur !== null && !Array.isArray(valeur) ? (valeur as Noeud) : {};
}

function objetOuListe(valeur: unknown): object {
  return typeof valeur === "object" && valeur !== null ? valeur : {};
}
