# Completion of counterpoint for bash. `make install` puts it where bash-completion looks;
# without that, source it.

# The codes of findings, and "all": from the program itself, so that none is missing.
_counterpoint_codes()
{
	echo all
	"${1:-counterpoint}" check --explain all 2>/dev/null | sed -n 's/^\([a-z-]*\) (.*)$/\1/p'
}

_counterpoint_problems()
{
	"${1:-counterpoint}" af --problems 2>/dev/null | tr -d '[]' | tr , ' '
}

# The ids of the rules of draft.
_counterpoint_rules()
{
	"${1:-counterpoint}" draft --list-rules 2>/dev/null | sed -n 's/^\([a-z][a-z-]*\) .*/\1/p'
}

# Files that end with .json, and folders on the way to them.
_counterpoint_json()
{
	local IFS=$'\n'
	COMPREPLY=($(compgen -f -X '!*.json' -- "$1") $(compgen -d -S / -- "$1"))
	compopt -o filenames -o nospace 2>/dev/null
}

_counterpoint_files()
{
	local IFS=$'\n'
	COMPREPLY=($(compgen -f -- "$1"))
	compopt -o filenames 2>/dev/null
}

# What may stand after -W, up to the "=".
_counterpoint_switches()
{
	local code
	echo error no-error no-warning no-hint no-note
	for code in $(_counterpoint_codes "$1"); do
		echo "no-$code"
	done
}

# The values of the option `$2` of the verb `$1`, for the word `$3`; fails if it takes none.
_counterpoint_value()
{
	local values
	case $1:$2 in
	render:--format | render:-f)
		values="svg svgz html png pdf mermaid graphml graphml-yed dot json outline \
			outline-markdown outline-html" ;;
	render:--theme | stats:--theme) values="default high-contrast greyscale dark" ;;
	render:--until | render:--focus | render:--issue | render:--depth | render:--speaker | \
	render:--tag | render:--collapse | render:--boxes | render:--width | render:--dpi) values="" ;;
	render:--label) values="gist quote both" ;;
	render:--layout) values="auto dot tree" ;;
	render:--direction) values="TB BT LR RL" ;;
	render:--page) values="fit A5 A4 A3 A2 A1 A0 letter legal tabloid" ;;
	anchor:--format | anchor:-f) values="text json" ;;
	anchor:--unit) values="codepoint utf8 utf16" ;;
	render:--view) values="map procon flow speakers quotes replies timeline" ;;
	summary:--format | summary:-f) values="markdown text html json" ;;
	summary:--for) values="newcomer moderator teacher participant=" ;;
	summary:--as-of) values="" ;;
	summary:--length | summary:-l) values="short medium long" ;;
	import:--from) values="thread reddit hn hn-items discourse stackexchange convokit mbox isso wxr disqus page-html page-text" ;;
	import:--format | import:-f) values="text json" ;;
	import:--all | render:--split) COMPREPLY=($(compgen -d -- "$3")); return 0 ;;
	evaluate:--format | evaluate:-f) values="text json" ;;
	why:--format | why:-f)
		values="text json svg png pdf dot outline outline-markdown outline-html" ;;
	why:--theme) values="default high-contrast greyscale dark" ;;
	why:--depth | *:--assume) values="" ;;
	*:--semantics) values="grounded preferred stable semi-stable ideal" ;;
	*:--support) values="none necessary deductive evidential" ;;
	*:--strength) values="quadratic df-quad sd-df-quad euler euler-top mlp h-categoriser \
		max-based card-based" ;;
	stats:--format | stats:-f) values="text csv json svg" ;;
	stats:--plot) values="time balance strength" ;;
	stats:--table | stats:-t) values="overview sides speakers moves pairs points clashes unanswered \
		concessions shared burden minority questions past time quotations coverage schemes claims" ;;
	af:--format | af:-f) values="i23 apx tgf" ;;
	af:--problem | af:-p) values=$(_counterpoint_problems "${COMP_WORDS[0]}") ;;
	af:--argument | af:-a | af:--limit | af:--timeout) values="" ;;
	check:--format | check:-f) values="text json sarif" ;;
	draft:--only | draft:--no-rule) values=$(_counterpoint_rules "${COMP_WORDS[0]}") ;;
	draft:--motion | draft:--confidence) values="" ;;
	draft:--sources | draft:--compare) _counterpoint_json "$3"; return 0 ;;
	check:--explain) values=$(_counterpoint_codes "${COMP_WORDS[0]}") ;;
	*:error | *:no-error | *:-Werror | *:-Wno-error) # and "="
		values=$(_counterpoint_codes "${COMP_WORDS[0]}") ;;
	*:--warn | *:-W) values=$(_counterpoint_switches "${COMP_WORDS[0]}") ;;
	init:--motion | import:--thread | import:--title | import:--url | import:--retrieved | import:--language) values="" ;;
	import:--key | import:--output | import:-o | import:--report | render:--output | render:-o | summary:--output | \
	summary:-o | report:--output | report:-o | check:--output | check:-o | init:--output | init:-o | fmt:--output | fmt:-o | \
	evaluate:--output | evaluate:-o | why:--output | why:-o | stats:--output | stats:-o | af:--output | af:-o | \
	draft:--output | draft:-o) _counterpoint_files "$3"; return 0 ;;
	batch:--jobs | batch:-j | batch:--field | batch:--id | batch:--lines | batch:--part | batch:--timeout | \
	batch:--longest) values="" ;;
	batch:--thread-root) COMPREPLY=($(compgen -d -- "$3")); return 0 ;;
	schema:--with) _counterpoint_json "$3"; return 0 ;;
	*) return 1 ;;
	esac
	COMPREPLY=($(compgen -W "$values" -- "$3"))
	return 0
}

_counterpoint_options()
{
	local findings="--warn --no-warnings --show-allowed"
	local weighing="--semantics --support --strength --assume"
	case $1 in
	import) echo "--output --from --list --format --thread --all --report --title --url --retrieved --language --pseudonymise --key --quiet --help $findings" ;;
	init) echo "--output --motion --with-schema --force --help $findings" ;;
	draft) echo "--output --force --motion --sources --eager --confidence --only --no-rule --list-rules \
		--compare --help $findings" ;;
	check) echo "--explain --format --output --fix --dry-run --help $findings" ;;
	fmt) echo "--output --check --help" ;;
	anchor) echo "--format --write --accept-fuzzy --unit --help $findings" ;;
	render)
		echo "--output --view --format --layout --direction --dpi --page --sheets --theme --until --focus \
			--issue --depth --speaker --tag --collapse --split --boxes --label --width --numbers --status \
			--help $weighing $findings" ;;
	summary) echo "--output --format --length --for --as-of --help $findings" ;;
	report) echo "--output --help $findings" ;;
	evaluate) echo "--uncertainty --votes --format --output --help $weighing $findings" ;;
	why) echo "--depth --format --theme --output --help $weighing $findings" ;;
	stats) echo "--format --table --explain --plot --theme --output --help $findings" ;;
	af) echo "--problem --argument --format --limit --timeout --output --problems --formats \
		--help $findings" ;;
	batch) echo "--jobs --field --id --thread-root --lines --part --timeout --longest --progress \
		--no-progress --help" ;;
	schema) echo "--assert-format --with --help $findings" ;;
	esac
}

# The index of the verb that batch is to do the work of; 0 where there is none yet.
_counterpoint_work()
{
	local i
	for ((i = 2; i < COMP_CWORD; i++)); do
		case ${COMP_WORDS[i]} in
		-j | --jobs | --field | --id | --thread-root | --lines | --part | --timeout | --longest) ((i++)) ;;
		-*) ;;
		=) ((i++)) ;;
		*) echo $i; return ;;
		esac
	done
	echo 0
}

_counterpoint()
{
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
	local verb=${COMP_WORDS[1]}
	COMPREPLY=()
	if ((COMP_CWORD == 1)); then
		COMPREPLY=($(compgen -W "import init draft check fmt anchor render summary report evaluate why stats af \
			schema batch help --help --version" -- "$word"))
		return
	fi
	# "--format=svg" is three words to bash: the option, "=" and the value.
	if [[ $word == "=" ]]; then
		word=
	elif [[ $before == "=" ]]; then
		before=${COMP_WORDS[COMP_CWORD - 2]}
	fi
	local work=0
	[[ $verb == batch ]] && work=$(_counterpoint_work)
	((work)) && verb=${COMP_WORDS[work]}
	_counterpoint_value "$verb" "$before" "$word" && return
	if [[ $word == -W* ]]; then
		COMPREPLY=($(compgen -P -W -W "$(_counterpoint_switches "${COMP_WORDS[0]}")" \
			-- "${word#-W}"))
		return
	fi
	if [[ $word == -* ]]; then
		COMPREPLY=($(compgen -W "$(_counterpoint_options "$verb")" -- "$word"))
		return
	fi
	if ((work)); then
		_counterpoint_files "$word"
		return
	fi
	case $verb in
	batch)
		COMPREPLY=($(compgen -W "import draft check fmt anchor render summary report evaluate" -- "$word")) ;;
	import | af) _counterpoint_files "$word" ;;
	schema)
		if ((COMP_CWORD == 2)); then
			COMPREPLY=($(compgen -W "thread annotation validate" -- "$word"))
		else
			_counterpoint_json "$word"
		fi ;;
	init | draft | check | fmt | anchor | render | summary | report | evaluate | why | stats) _counterpoint_json "$word" ;;
	esac
}

complete -F _counterpoint counterpoint
