// The usual hyperjump recipe: compile once, validate each file.
import { readFileSync } from "node:fs";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import { parse } from "yaml";

const [schema, ...files] = process.argv.slice(2);
const data = JSON.parse(readFileSync(schema, "utf8"));
registerSchema(data);
const isValid = await validate(data.$id);
for (const file of files) {
  try {
    if (!isValid(parse(readFileSync(file, "utf8"))).valid) console.log(file);
  } catch {
    console.log(file);
  }
}
