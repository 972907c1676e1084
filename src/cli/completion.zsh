#compdef counterpoint
# Completion of counterpoint for zsh. `make install` puts it, as _counterpoint, into the
# site-functions of zsh.

# The codes of findings, and "all": from the program itself, so that none is missing.
_counterpoint_codes()
{
	local -a codes
	codes=(all ${(f)"$(_call_program codes ${words[1]} check --explain all 2>/dev/null |
		sed -n 's/^\([a-z-]*\) (.*)$/\1/p')"})
	compadd -a codes
}

# What may stand after -W.
_counterpoint_switches()
{
	local -a codes
	codes=(${(f)"$(_call_program codes ${words[1]} check --explain all 2>/dev/null |
		sed -n 's/^\([a-z-]*\) (.*)$/\1/p')"})
	compadd -- error no-error no-all no-warning no-hint no-note \
		no-$^codes error=$^codes no-error=$^codes
}

_counterpoint_problems()
{
	local -a problems
	problems=(${(s:,:)${"$(_call_program problems ${words[1]} af --problems 2>/dev/null)"//[][]/}})
	compadd -a problems
}

# The ids of the rules of draft.
_counterpoint_rules()
{
	local -a rules
	rules=(${(f)"$(_call_program rules ${words[1]} draft --list-rules 2>/dev/null |
		sed -n 's/^\([a-z][a-z-]*\) .*/\1/p')"})
	compadd -a rules
}

_counterpoint()
{
	local -a verbs help output annotation findings weighing
	verbs=(
		'import:turn a saved page into a thread'
		'init:begin an annotation of a thread'
		'draft:make a first annotation of a thread'
		'check:find what is wrong with annotations'
		'fmt:lay the two files out alike'
		'anchor:say where the quotes are, and mend their places'
		'render:draw the debate'
		'summary:say in words what the debate says'
		'report:put map, summary and thread on one page'
		'evaluate:say what stands as the debate is'
		'why:say why something stands, and what it hangs on'
		'stats:count and weigh, in tables'
		'af:answer questions about an abstract framework'
		'schema:print a JSON Schema, or validate by one'
		'batch:do the work of another verb on each line of a stream'
		'help:show the verbs'
	)
	if ((CURRENT == 2)); then
		_describe -t verbs verb verbs
		[[ $PREFIX == -* ]] && compadd -- --help --version
		return
	fi
	local verb=$words[2]
	words=("$words[1]" "${(@)words[3,-1]}")
	((CURRENT--))
	help=('(-h --help)'{-h,--help}'[show the help of the verb]')
	output=('(-o --output)'{-o+,--output=}'[write the result to a file]:file:_files')
	findings=('*'{-W+,--warn=}'[change how findings are shown]:switch:_counterpoint_switches'
		'(-w --no-warnings)'{-w,--no-warnings}'[hide warnings and hints]'
		'--show-allowed[show what the file allows, too]')
	weighing=('--semantics=[what can be held together]:semantics:(grounded preferred stable semi-stable ideal)'
		'--support=[what a support says]:reading:(none necessary deductive evidential)'
		'--strength=[how strength is measured]:measure:(quadratic df-quad sd-df-quad euler euler-top mlp h-categoriser max-based card-based)'
		'*--assume=[as if this stood, or did not]:ID=in or ID=out')
	annotation=('1:annotation:_files -g "*.json"')
	case $verb in
	import)
		_arguments -s $help $output $findings \
			'--from=[read the page as this format]:format:(thread reddit hn hn-items discourse stackexchange convokit mbox isso wxr disqus page-html page-text)' \
			'--list[show which threads there are]' \
			'(-f --format)'{-f+,--format=}'[show them as text or json]:format:(text json)' \
			'--thread=[take this one of several threads]:id:' \
			'--all=[write every thread to a file in this folder]:folder:_files -/' \
			'--report=[write what was left out and guessed to a file]:file:_files' \
			'--title=[the title, if the page does not give the right one]:title:' \
			'--url=[where the page was found]:address:_urls' \
			'--retrieved=[the day on which it was saved]:date, as 2010-08-10:' \
			'--language=[the language of the text]:BCP 47 tag:(en de fr es it nl)' \
			'--pseudonymise[call the authors Speaker 1, Speaker 2 and so on]' \
			'--key=[write who is who to this new file]:file:_files' \
			'(-q --quiet)'{-q,--quiet}'[do not report what was left out and guessed]' \
			'1:page:_files' ;;
	init)
		_arguments -s $help $output $findings '--motion=[what is debated]:statement:' \
			'--with-schema[write the schemas beside the annotation]' \
			'--force[overwrite files that are there]' \
			'1:thread:_files -g "*.json"' ;;
	draft)
		_arguments -s $help $output $findings \
			'--force[overwrite a file that is there]' \
			'--motion=[the motion, instead of the title]:motion:' \
			'--sources=[take motion and sources of this]:annotation:_files -g "*.json"' \
			'--eager[use the weak rules too]' \
			'--confidence=[use only rules of this confidence]:number from 0 to 1:' \
			'--only=[use only these rules]:rules:_counterpoint_rules' \
			'--no-rule=[do not use these rules]:rules:_counterpoint_rules' \
			'--list-rules[print the rules]' \
			'--compare=[hold it against this]:annotation:_files -g "*.json"' \
			'1:thread:_files -g "*.json"' ;;
	check)
		_arguments -s $help $output $findings \
			'--explain=[tell what a code means]:code:_counterpoint_codes' \
			'(-f --format)'{-f+,--format=}'[format of the findings]:format:(text json sarif)' \
			'--fix[mend what can be mended without asking]' \
			'--dry-run[with --fix\: write nothing]' \
			'*:annotation:_files -g "*.json"' ;;
	fmt)
		_arguments -s $help $output \
			'--check[change nothing; name the files that would change]' \
			'*:JSON file:_files -g "*.json"' ;;
	anchor)
		_arguments -s $help $findings '(-f --format)'{-f+,--format=}'[format of the report]:format:(text json)' \
			'--write[write the places into the annotation]' \
			'--accept-fuzzy[with --write, take what was found only nearly, too]' \
			'--unit=[what start and end count]:unit:(codepoint utf8 utf16)' \
			'*:annotation:_files -g "*.json"' ;;
	render)
		_arguments -s $help $output $findings $annotation '--view=[what to draw]:view:(map procon flow speakers quotes replies timeline)' \
			'(-f --format)'{-f+,--format=}'[format of the drawing]:format:(svg svgz html png pdf mermaid graphml graphml-yed dot json outline outline-markdown outline-html)' \
			'--theme=[colours]:theme:(default high-contrast greyscale dark)' \
			'--until=[the debate as it was after a comment]:comment id' \
			'--focus=[an item and what bears on it]:item id' \
			'--issue=[one issue, or a list of them]:number, id or "list"' \
			'--depth=[so many steps]:number' \
			'--speaker=[what somebody says]:name' \
			'*--tag=[items with a tag]:tag' \
			'*--collapse=[only count what is below an item]:item id' \
			'--split=[the map as linked pages]:folder:_files -/' \
			'--boxes=[with --split, so many on a page]:number' \
			'--label=[what is in a box]:label:(gist quote both)' \
			'--width=[of the text of boxes]:points' \
			'--numbers[number the boxes]' \
			'--status[show what stands]' $weighing \
			'--layout=[who lays it out]:layout:(auto dot tree)' \
			'--direction=[where it grows to from the motion]:direction:(TB BT LR RL)' \
			'--dpi=[of a PNG, pixels to the inch]:number' \
			'--sheets[on as many sheets as it takes]' \
			'--page=[of a PDF]:page:(fit A5 A4 A3 A2 A1 A0 letter legal tabloid)' ;;
	summary)
		_arguments -s $help $output $findings $annotation \
			'(-f --format)'{-f+,--format=}'[format of the summary]:format:(markdown text html json)' \
			'--for=[who reads it]:reader:(newcomer moderator teacher participant=)' \
			'--as-of=[the debate as it was after a comment]:comment' \
			'(-l --length)'{-l+,--length=}'[how long it may be]:length:(short medium long)' ;;
	report)
		_arguments -s $help $output $findings $annotation ;;
	evaluate)
		_arguments -s $help $output $findings $annotation $weighing \
			'--uncertainty=[how far off what claims start from may be]:number:' \
			'--votes[let claims start by the votes for their comments]' \
			'(-f --format)'{-f+,--format=}'[format of the result]:format:(text json)' ;;
	why)
		_arguments -s $help $output $findings $annotation $weighing \
			'--depth=[go so many steps down]:number' \
			'--theme=[colours of a drawing]:theme:(default high-contrast greyscale dark)' \
			'(-f --format)'{-f+,--format=}'[format of the result]:format:(text json svg png pdf dot outline outline-markdown outline-html)' \
			'2:id of an item or a step' ;;
	stats)
		_arguments -s $help $output $findings $annotation \
			'(-t --table)'{-t+,--table=}'[one table alone]:table:(overview sides speakers moves pairs points clashes unanswered concessions shared burden minority questions past time quotations coverage schemes claims)' \
			'--explain[say how the numbers come about]' \
			'(-f --format)'{-f+,--format=}'[format of the tables]:format:(text csv json svg)' \
			'--plot=[draw a plot]:plot:(time balance strength)' \
			'--theme=[colours of the plot]:theme:(default high-contrast greyscale dark)' ;;
	af)
		_arguments -s $help $output $findings \
			'(-p --problem)'{-p+,--problem=}'[what to answer]:problem:_counterpoint_problems' \
			'(-a --argument)'{-a+,--argument=}'[the argument asked about]:argument:' \
			'(-f --format)'{-f+,--format=}'[format of the framework]:format:(i23 apx tgf)' \
			'--limit=[list so many extensions at most]:count:' \
			'--timeout=[give up after so many seconds]:seconds:' \
			'--problems[list the problems]' '--formats[list the formats]' \
			'1:framework:_files' ;;
	batch)
		_arguments -s $help \
			'(-j --jobs)'{-j+,--jobs=}'[work in so many processes]:number:' \
			'--field=[the property of a line that holds the document]:name:' \
			'--id=[the property that tells a line]:name:' \
			'--thread-root=[annotations may name threads in this folder]:folder:_files -/' \
			'--lines=[do these lines alone]:lines, as 17-29:' \
			'--part=[do each N-th line alone]:part, as 1/4:' \
			'--timeout=[give a line up after so long]:seconds:' \
			'--longest=[give lines up that are longer]:megabytes:' \
			'--progress[tell how far it is]' '--no-progress[do not tell]' \
			'1:verb:(import draft check fmt anchor render summary report evaluate)' \
			'*::lines:_files' ;;
	schema)
		_arguments -s $help '--assert-format[take "format" for a rule]' \
			'*--with=[a further schema]:schema:_files -g "*.json"' \
			'1:schema:(thread annotation validate)' '*:file:_files -g "*.json"' ;;
	esac
}

_counterpoint "$@"
