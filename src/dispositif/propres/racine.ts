import type { Path } from "../../dossier/place.ts";
import { assembler, type Noeud } from "../assembler.ts";
import type { Kind } from "../forme.ts";
import type { SchemaNode } from "../schema-node.ts";
import type { Faute } from "../verifier/index.ts";
import { egarement } from "../verifier/lieux.ts";
import { communeDe, objet } from "./noeuds.ts";

/** What a schema is to agree with. */
export interface Attentes {
  kind: Kind;
  /** The identifiant of its dispositif. */
  identifiant: string;
  /** The `format:` line of its files. */
  format: string;
  /** The definitions that all schemas may take. */
  commun: Noeud;
  /** The schema of the files that name no dispositif, whose names other rooms of cpro know. */
  connu: SchemaNode;
}

/** What every file of a kind says, and in what common definition. */
const requises: Readonly<Record<Kind, readonly string[]>> = {
  parcours: ["format", "dispositif", "identifiant", "beneficiaire"],
  fiche: ["format", "dispositif", "identifiant", "porteur"],
};

/** The keys that all dispositifs have in common, and mean the same by. */
const communes: Readonly<Record<Kind, readonly string[]>> = { parcours: ["identifiant", "beneficiaire", "sortie"], fiche: [] };

/** The keys of a contrat de professionnalisation, which no other dispositif has. */
const RESERVEES = ["contrat", "phases", "tuteur"];

/** What is wrong at the root of a schema, so that what reads all dispositifs reads its files too. */
export function fautesDeRacine(schema: Noeud, { kind, identifiant, format, commun, connu }: Attentes): Faute[] {
  const entier = assembler(schema, commun);
  const properties = objet(schema.properties);
  const constantes = [constante(properties, "format", format), constante(properties, "dispositif", identifiant)];
  const manquantes = requises[kind].filter((cle) => !(schema.required as readonly string[]).includes(cle));
  return [
    ...manquantes.map((cle) => ({
      at: ["required"],
      message: `« ${cle} » doit être requise.`,
      hint: "Ajoutez-la à required et à properties.",
    })),
    ...constantes.flat(),
    ...communes[kind].flatMap((cle) => commune(schema, ["properties", cle], cle)),
    ...(kind === "parcours" ? commune(schema, ["properties", "derogations", "items"], "derogation") : siretDuPorteur(schema)),
    ...RESERVEES.filter((cle) => kind === "parcours" && Object.hasOwn(properties, cle)).map((cle) => ({
      at: ["properties", cle],
      on: "key" as const,
      message: `« ${cle} » est une rubrique des contrats de professionnalisation, que cpro lit à sa façon.`,
      hint: "Donnez un autre nom à la vôtre.",
    })),
    ...discordances(entier, { schema: entier, connu, autre: connu }, []),
    ...feuilles(entier),
  ];
}

/** The same of one that only adds to another's: its files say that they are its own. */
export function fautesDExtension(schema: Noeud, identifiant: string): Faute[] {
  const properties = objet(schema.properties);
  if (Object.hasOwn(properties, "dispositif")) return constante(properties, "dispositif", identifiant);
  return [
    {
      at: ["properties"],
      on: "key",
      message: "Ses fichiers ne disent pas leur dispositif.",
      hint: `Ajoutez à properties : "dispositif": { "type": "string", "const": "${identifiant}" }.`,
    },
  ];
}

function constante(properties: Noeud, cle: string, attendu: string): Faute[] {
  if (!Object.hasOwn(properties, cle) || objet(properties[cle]).const === attendu) return [];
  return [
    {
      at: ["properties", cle, "const"],
      message: `« ${cle} » vaut toujours « ${attendu} » : il faut ici "const": "${attendu}".`,
      hint: "Corrigez const.",
    },
  ];
}

function commune(schema: Noeud, at: Path, nom: string): Faute[] {
  const noeud = at.reduce<unknown>((dans, pas) => objet(dans)[pas], schema);
  if (noeud === undefined) return [];
  const renvoi =
    String(objet(noeud).$ref ?? "")
      .split("/")
      .at(-1) ?? "";
  if (communeDe(objet(schema.$defs)[renvoi]) === nom) return [];
  return [
    {
      at,
      message: `« ${String(at.at(-1))} » est la même pour tous les dispositifs : la définition commune « ${nom} ».`,
      hint: `Écrivez { "$ref": "#/$defs/${nom}" }.`,
    },
  ];
}

/** By it a fiche is its porteur's. */
function siretDuPorteur(schema: Noeud): Faute[] {
  const porteur = deplie(schema, objet(objet(schema.properties).porteur));
  if ((porteur.required as readonly string[] | undefined)?.includes("siret")) return [];
  return [
    { at: ["properties", "porteur"], message: "Le porteur d'une fiche a un siret, requis.", hint: "Ajoutez « siret » à son required." },
  ];
}

function deplie(schema: Noeud, noeud: Noeud): Noeud {
  const { $ref } = noeud;
  return $ref === undefined ? noeud : { ...objet(objet(schema.$defs)[String($ref).split("/").at(-1) ?? ""]), ...noeud };
}

/** Where a schema gives to a name that cpro knows another shape than the one that it reads there. */
function discordances(mien: Noeud, { schema, connu, autre }: { schema: Noeud; connu: SchemaNode; autre: SchemaNode }, at: Path): Faute[] {
  const sien = deplie(connu as Noeud, autre as Noeud) as SchemaNode;
  const [un, deux] = [genre(mien), genre(sien as Noeud)];
  if (un !== undefined && deux !== undefined && un !== deux)
    return [
      {
        at,
        message: `cpro lit « ${String(at.at(-1))} » autrement : on attend ici ${deux}.`,
        hint: "Donnez un autre nom à la vôtre, ou ce type.",
      },
    ];
  const dessous = Object.entries(objet(mien.properties)).filter(([cle]) => Object.hasOwn(sien.properties ?? {}, cle));
  const dedans = dessous.flatMap(([cle, noeud]) =>
    discordances(deplie(schema, objet(noeud)), { schema, connu, autre: sien.properties?.[cle] ?? {} }, [...at, "properties", cle]),
  );
  if (mien.items === undefined || sien.items === undefined) return dedans;
  return [...dedans, ...discordances(deplie(schema, objet(mien.items)), { schema, connu, autre: sien.items }, [...at, "items"])];
}

const genres: Readonly<Record<string, string>> = {
  string: "un texte",
  number: "un nombre",
  integer: "un nombre",
  boolean: "vrai ou faux",
  object: "une rubrique",
  array: "une liste",
};

function genre({ type, format }: Noeud): string | undefined {
  return format === "date" ? "un jour (format date)" : genres[String(type)];
}

function feuilles(schema: Noeud): Faute[] {
  const noms = new Set<string>();
  return ((schema["x-feuilles"] as SchemaNode["x-feuilles"]) ?? []).flatMap(({ nom, rubriques }, rang) => {
    const isDouble = noms.has(nom.toLowerCase());
    noms.add(nom.toLowerCase());
    const double = isDouble
      ? [
          {
            at: ["x-feuilles", rang, "nom"],
            message: `Deux feuilles s'appellent « ${nom} ».`,
            hint: "Donnez un autre nom à l'une des deux.",
          },
        ]
      : [];
    const perdues = rubriques.flatMap((rubrique, place) => {
      const perdue = rubrique === "" ? undefined : egarement(schema as SchemaNode, rubrique.replaceAll(".", "/"), true);
      return perdue === undefined ? [] : [{ at: ["x-feuilles", rang, "rubriques", place], ...perdue }];
    });
    return [...double, ...perdues];
  });
}
