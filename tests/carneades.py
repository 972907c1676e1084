"""carneades.py COUNTERPOINT FOLDER: the argument graphs of Carneades 4 and their labels.

Statements and arguments become a framework, and where they can, a debate. A statement stands
against "it is not in", which each argument for it attacks; an argument falls with a premise
that is not in, and by its undercutter. Of positions at issue one is in if an argument for it
applies and none for another that weighs as much (Carneades' standard PE, preponderance of
evidence; T. Gordon, D. Walton, Formalizing balancing arguments, COMMA 2016).

Prints a line for each file: "ok NAME KIND", "FAIL NAME WHAT" or "skip NAME REASON".
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import yaml

# Schemes whose weight follows from which premises are in.
BY_PREMISES = {"cumulative", "factorized", "convergent"}


def premises_of(argument):
    premises = argument.get("premises") or []
    return list(premises.values()) if isinstance(premises, dict) else premises


def reason_against(graph):
    """Why the graph is no framework; or None."""
    schemes = [argument.get("scheme") for argument in graph.get("arguments", {}).values()]
    if not graph.get("arguments"):
        return "its arguments are derived from schemes"
    if any(scheme in BY_PREMISES for scheme in schemes):
        return "arguments weigh by how many of their premises are in"
    if any(scheme.get("premises") for scheme in graph.get("argument_schemes", [])):
        return "some of its arguments are derived from schemes"
    if not graph.get("tests"):
        return "it has no labels"
    return None


def weights_of(graph):
    """What each argument weighs, as something that compares."""
    schemes = {scheme["id"]: scheme for scheme in graph.get("argument_schemes", [])}

    def weight(argument):
        scheme = schemes.get(argument.get("scheme"), {})
        rule = scheme.get("weight", {"constant": 1})
        if isinstance(rule, dict):
            return [rule["constant"]]
        parts = []
        for part in graph["weighing_functions"][rule]["preference"]:
            value = scheme["meta"][part["property"]]
            order = part["order"]
            assert order == "ascending" or isinstance(order, list)
            parts.append(order.index(value) if isinstance(order, list) else str(value))
        return parts

    return {name: weight(argument) for name, argument in graph["arguments"].items()}


def assumed_in(graph):
    statements = graph.get("statements", {})
    return set(graph.get("assumptions") or []) | {
        name for name, value in statements.items() if isinstance(value, dict) and value.get("assumed")}


def rivals_of(graph, conclusion):
    """The other positions at issue with one."""
    return {other for issue in graph.get("issues", {}).values() if conclusion in issue["positions"]
            for other in issue["positions"] if other != conclusion}


def attacks_of(graph):
    arguments, weights = graph["arguments"], weights_of(graph)
    attacks = []
    for name, argument in arguments.items():
        conclusion = argument["conclusion"]
        rivals = rivals_of(graph, conclusion)
        wins = f"wins {name}"
        attacks += [(f"not {premise}", name) for premise in premises_of(argument)]
        if argument.get("undercutter"):
            attacks.append((argument["undercutter"], name))
        # "It does not apply" stands between an argument and its victory.
        attacks += [(name, f"idle {name}"), (f"idle {name}", wins), (wins, f"not {conclusion}")]
        attacks += [(other, wins) for other in arguments
                    if arguments[other]["conclusion"] in rivals and weights[other] >= weights[name]]
    for statement in set(graph["statements"]) - assumed_in(graph):
        attacks.append((f"not {statement}", statement))
    return attacks + [(statement, f"not {statement}") for statement in assumed_in(graph)]


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def labels_by_framework(program, graph, folder):
    attacks = attacks_of(graph)
    names = sorted({name for attack in attacks for name in attack} | set(graph["statements"]))
    number = {name: i + 1 for i, name in enumerate(names)}
    path = folder / "graph.af"
    path.write_text(f"p af {len(names)}\n" + "".join(f"{number[a]} {number[b]}\n" for a, b in attacks))
    accepted = {names[int(word) - 1] for word in run(program, "af", "-p", "SE-GR", path).split()[1:]}
    return {name: "in" if name in accepted else "out" if f"not {name}" in accepted else "undecided"
            for name in graph["statements"]}


def is_debate(graph):
    """No positions at issue, and each argument has a premise to say."""
    return not graph.get("issues") and all(
        premises_of(argument) for argument in graph["arguments"].values())


def debate_of(graph):
    arguments = graph["arguments"]
    given = assumed_in(graph) | {argument["conclusion"] for argument in arguments.values()}
    ids = {name: f"s{i}" for i, name in enumerate(graph["statements"])}
    items = {name: {"id": ids[name], "kind": "claim", "comment": "c", "quote": "it", "gist": f"It is {ids[name]}"}
             for name in ids}
    for name in set(ids) - given:
        items[name]["attitude"] = "reported"
    for argument in arguments.values():
        first, *others = premises_of(argument)
        target = {"to": ids[argument["conclusion"]]}
        if others:
            target["with"] = [ids[other] for other in others]
        items[first].setdefault("supports", []).append(target)
        if argument.get("undercutter"):
            item = items[argument["undercutter"]]
            item["kind"] = "rebuttal"
            item.setdefault("undercuts", []).append({"from": ids[first], "to": target["to"]})
    return ids, {
        "counterpoint": 1, "thread": {"counterpoint": 1, "comments": [{"id": "c", "text": "it"}]},
        "motion": {"id": "m", "text": "It is so"}, "annotations": list(items.values())}


def labels_by_debate(program, graph, folder):
    words = {"stands": "in", "defeated": "out", "not asserted": "out", "unresolved": "undecided"}
    ids, debate = debate_of(graph)
    path = folder / "debate.json"
    path.write_text(json.dumps(debate))
    text = run(program, "evaluate", "-w", "-f", "json", "--support", "evidential", path)
    statuses = {claim["id"]: words[claim["status"]] for claim in json.loads(text)["claims"]}
    return {name: statuses[number] for name, number in ids.items()}


def compare(name, kind, graph, labels):
    wrong = [f"{statement} is {labels[statement]}, not {label}"
             for label, statements in graph["tests"].items() for statement in statements or []
             if labels[statement] != label]
    print(f"FAIL {name} {kind}: {', '.join(wrong)}" if wrong else f"ok {name} {kind}")


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(source.glob("*.yml")):
            graph = yaml.safe_load(path.read_text())
            reason = reason_against(graph)
            if reason:
                print(f"skip {path.stem} {reason}")
                continue
            compare(path.stem, "as a framework", graph,
                    labels_by_framework(program, graph, pathlib.Path(folder)))
            if is_debate(graph):
                compare(path.stem, "as a debate", graph,
                        labels_by_debate(program, graph, pathlib.Path(folder)))


main()
