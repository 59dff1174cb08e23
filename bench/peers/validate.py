# The usual Python recipe: C loader, dates left as text, a validator of the schema's draft with formats.
import json, sys, yaml
from jsonschema import Draft202012Validator, FormatChecker

class Loader(yaml.CSafeLoader):
    pass

Loader.yaml_implicit_resolvers = {
    key: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for key, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}

validator = Draft202012Validator(json.load(open(sys.argv[1], encoding="utf-8")), format_checker=FormatChecker())
for path in sys.argv[2:]:
    try:
        errors = list(validator.iter_errors(yaml.load(open(path, encoding="utf-8"), Loader)))
    except yaml.YAMLError as error:
        errors = [error]
    if errors:
        print(path, len(errors))
