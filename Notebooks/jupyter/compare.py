"""Compares what executed notebooks say (text, streams, errors) with the notebooks as they are kept; keeps them with UPDATE_GOLDEN=1.

python3 compare.py FOLDER NOTEBOOK...: FOLDER holds executed copies under the same names.
"""
import json
import os
import pathlib
import re
import sys

# Nothing of the machine belongs into a notebook.
MACHINE = re.compile(r"localhost|127\.0\.0\.1|https?://\d+\.\d+\.|(?<![\w.\"=/:])/(?:home|root|tmp|usr|work|Users|var)/|[A-Z]:\\")


def cleaned(notebook):
    """Without what differs from run to run: counts, times, what a reference to a package prints."""
    for cell in notebook["cells"]:
        cell["metadata"] = {key: value for key, value in cell["metadata"].items() if key == "tags"}
        if cell["cell_type"] != "code":
            continue
        cell["execution_count"] = None
        if "".join(cell["source"]).startswith("#r "):
            cell["outputs"] = []
        for output in cell["outputs"]:
            output.pop("execution_count", None)
            if output["output_type"] == "execute_result":
                output["execution_count"] = None
            if "metadata" in output:
                output["metadata"] = {}
            if output["output_type"] == "error":
                output["traceback"] = []
    return notebook


def said(notebook):
    for number, cell in enumerate(notebook["cells"]):
        for output in cell.get("outputs", []):
            kind = output["output_type"]
            if kind == "stream":
                yield number, output["name"], "".join(output["text"])
            elif kind == "error":
                yield number, "error", output["evalue"]
            elif "text/plain" in output["data"]:
                yield number, "text", "".join(output["data"]["text/plain"])
            else:
                yield number, "data", ", ".join(sorted(output["data"]))


def faults(path, kept, run):
    text = json.dumps([cell.get("outputs", []) for cell in run["cells"]])
    for match in MACHINE.finditer(text):
        yield f"{path}: an output names the machine: ...{text[max(0, match.start() - 40):match.end() + 40]}..."
    silent = [number for number, cell in enumerate(run["cells"]) if cell["cell_type"] == "code" and not cell["outputs"]
              and not "".join(cell["source"]).startswith("#r ")]
    if silent:
        yield f"{path}: cells {silent} show nothing."
    for number, cell in enumerate(run["cells"]):
        errors = [output["evalue"] for output in cell.get("outputs", []) if output["output_type"] == "error"]
        if errors and "raises-exception" not in cell["metadata"].get("tags", []):
            yield f"{path}: cell {number} fails: {errors[0]}"
        if [line for error in errors for line in error.split("\n") if line.startswith("   at ")]:
            yield f"{path}: cell {number} shows a stack trace."
    if os.environ.get("UPDATE_GOLDEN") == "1":
        return
    before, now = list(said(kept)), list(said(run))
    for one, other in zip(before, now):
        if one != other:
            yield f"{path}: cell {one[0]} said\n{one[2]}\nand says now\n{other[2]}"
            return
    if len(before) != len(now):
        yield f"{path}: {len(before)} outputs before, {len(now)} now."


def main(folder, *paths):
    found = []
    for path in map(pathlib.Path, paths):
        kept, run = json.loads(path.read_text()), cleaned(json.loads((pathlib.Path(folder) / path.name).read_text()))
        wrong = list(faults(path, kept, run))
        found += wrong
        if not wrong and os.environ.get("UPDATE_GOLDEN") == "1":
            run["metadata"] = kept["metadata"]
            path.write_text(json.dumps(run, indent=1, ensure_ascii=False) + "\n")
    print("\n".join(found) if found else f"{len(paths)} of {len(paths)} notebooks say what they said.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
