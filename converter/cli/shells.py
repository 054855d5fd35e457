"""What a command's arguments are for a shell, as a completion script for bash, zsh or fish."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from converter.cli.commands import COMMANDS
from converter.records import record

NOTHING, FILES, FOLDERS = "nothing", "files", "folders"


@record()
class Values:
    """What may stand for a value: words, and files or folders; ``is_list`` when several words
    may be joined by commas."""

    words: tuple[str, ...] = ()
    paths: str = NOTHING
    is_list: bool = False


@record()
class Argument:
    """One argument of a command: its names (none for what has a place instead), what may stand
    for its value (None when it takes none), its help, and whether several may follow."""

    names: tuple[str, ...]
    values: Values | None
    help: str
    is_repeated: bool = False


Commands: TypeAlias = Mapping[str, list[Argument]]


# --- bash ---------------------------------------------------------------------------------------

_BASH = r"""# bash completion for converter; made by: converter completion bash
_converter() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= i
    local words= paths= list= IFS=$'\n'
    if [[ $word == = ]]; then
        word=
    elif [[ $before == = ]]; then
        before=${COMP_WORDS[COMP_CWORD-2]}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        if [[ ${COMP_WORDS[i]} != -* ]]; then
            command=${COMP_WORDS[i]}
            break
        fi
    done
    case $command:$before in
%(values)s
        *)
            case $command:$word in
                :*) words=$'%(commands)s' ;;
%(options)s
%(places)s
            esac
            ;;
    esac
    local head=
    if [[ $list && $word == *,* ]]; then
        head=${word%%,*},
        word=${word##*,}
    fi
    COMPREPLY=($(compgen -P "$head" -W "$words" -- "$word"))
    case $paths in
        files) COMPREPLY+=($(compgen -f -- "$word")) ;;
        folders) COMPREPLY+=($(compgen -d -- "$word")) ;;
    esac
    if [[ $paths ]]; then
        compopt -o filenames 2>/dev/null
    fi
}
complete -F _converter converter
"""


def bash(commands: Commands) -> str:
    """https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html"""
    values, options, places = [], [], []
    for command, arguments in commands.items():
        for argument in arguments:
            if argument.values is None:
                continue
            if argument.names:
                cases = "|".join(f"{command}:{name}" for name in argument.names)
                values.append(f"        {cases}) {_bash_values(argument.values)} ;;")
        names = [name for argument in arguments for name in argument.names]
        options.append(f"                {command}:-*) words=$'{_lines(names)}' ;;")
        standing = _joined(arguments)
        places.append(f"                {command}:*) {_bash_values(standing)} ;;")
    return _BASH % {
        "values": "\n".join(values),
        "commands": _lines((*commands, "--help", "--version")),
        "options": "\n".join(options),
        "places": "\n".join(places),
    }


def _bash_values(values: Values) -> str:
    parts = [f"words=$'{_lines(values.words)}'"] if values.words else []
    if values.paths != NOTHING:
        parts.append(f"paths={values.paths}")
    if values.is_list:
        parts.append("list=1")
    return " ".join(parts) or ":"


def _lines(words: Iterable[str]) -> str:
    return r"\n".join(words)


def _joined(arguments: list[Argument]) -> Values:
    """What may stand at any place of a command that no option takes."""
    standing = [item.values for item in arguments if not item.names and item.values]
    words = tuple(word for values in standing for word in values.words)
    paths = next((values.paths for values in standing if values.paths != NOTHING), NOTHING)
    return Values(words, paths)


# --- zsh ----------------------------------------------------------------------------------------

_ZSH = """#compdef converter
# zsh completion for converter; made by: converter completion zsh
_converter() {
    local context state state_descr line
    typeset -A opt_args
    _arguments -C '1:command:->command' '*::arguments:->arguments'
    case $state in
        command)
            local -a commands=(
%(commands)s
            )
            _describe -t commands command commands
            ;;
        arguments)
            case $words[1] in
%(arguments)s
            esac
            ;;
    esac
}
if [[ $funcstack[1] == _converter ]]; then
    _converter "$@"
else
    compdef _converter converter
fi
"""
_ZSH_CASE = """\
                {command})
                    _arguments {specs}
                    ;;"""


def zsh(commands: Commands) -> str:
    """https://zsh.sourceforge.io/Doc/Release/Completion-System.html, _arguments"""
    described = [_quoted(f"{name}:{COMMANDS[name]}") for name in commands]
    cases = []
    for command, arguments in commands.items():
        specs = [spec for argument in arguments for spec in _zsh_specs(argument, arguments)]
        cases.append(_ZSH_CASE.format(command=command, specs=" ".join(specs)))
    return _ZSH % {
        "commands": "\n".join(f"                {word}" for word in described),
        "arguments": "\n".join(cases),
    }


def _zsh_specs(argument: Argument, arguments: list[Argument]) -> Iterator[str]:
    value = f":value:{_zsh_action(argument.values)}" if argument.values else ""
    says = argument.help
    for sign in "\\[]:":
        says = says.replace(sign, f"\\{sign}")
    if not argument.names:
        standing = [other for other in arguments if not other.names]
        place = "*" if argument.is_repeated else str(standing.index(argument) + 1)
        yield _quoted(f"{place}{value}")
    for name in argument.names:
        yield _quoted(f"{name}[{says}]{value}")


def _zsh_action(values: Values) -> str:
    words = " ".join(values.words)
    if values.is_list:
        return f"_values -s , rendition {words}"
    if values.paths == FOLDERS:
        return "_files -/"
    if values.paths == FILES and words:
        # After a space, _arguments adds nothing of its own, which _alternative would refuse.
        return f' _alternative "words\\:name\\:({words})" "files\\:file\\:_files"'
    if values.paths == FILES:
        return "_files"
    return f"({words})" if words else " "


# --- fish ---------------------------------------------------------------------------------------


def fish(commands: Commands) -> str:
    """https://fishshell.com/docs/current/cmds/complete.html"""
    lines = ["# fish completion for converter; made by: converter completion fish"]
    lines.append("complete -c converter -f")
    for command, arguments in commands.items():
        says = _quoted(COMMANDS[command])
        lines.append(f"complete -c converter -n __fish_use_subcommand -a {command} -d {says}")
        seen = f"complete -c converter -n '__fish_seen_subcommand_from {command}'"
        lines += [" ".join([seen, *_fish_parts(argument)]) for argument in arguments]
    return "\n".join(lines) + "\n"


def _fish_parts(argument: Argument) -> Iterator[str]:
    for name in argument.names:
        yield f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
    if argument.values:
        yield from _fish_values(argument.values, is_required=bool(argument.names))
    if argument.names:
        yield f"-d {_quoted(argument.help)}"


def _fish_values(values: Values, *, is_required: bool) -> Iterator[str]:
    if is_required:
        yield "-r"
    yield "-f" if values.paths == NOTHING else "-F"
    words = " ".join(values.words)
    if values.is_list:
        yield f'-a "(__fish_complete_list , \'string split \\" \\" \\"{words}\\"\')"'
    elif words:
        yield f"-a {_quoted(words)}"


def _quoted(text: str) -> str:
    """In single quotes; none may stand in the text, whatever the shell."""
    return "'" + text.replace("'", "’") + "'"


SCRIPTS: Mapping[str, Callable[[Commands], str]] = {"bash": bash, "zsh": zsh, "fish": fish}
"""What makes the script, by the name of the shell."""
