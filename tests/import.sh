#!/bin/sh
# tests/import.sh BUILD-DIR: pages, feeds and dumps that nobody here made. They are not part of
# the project; where they are not, this is skipped. The numbers were counted in the files
# themselves, by other means.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/lib.sh
put_on_path "$1"
data=../shared/data/threads

# A thread in numbers: comments, authors, replies; without the article, and without comments
# that are but places.
count() {
	awk '/^\t\t\{ "id": / {
		if ($0 !~ /"missing": /) {
			comments += $0 !~ /^\t\t\{ "id": "op"/
			replies += $0 ~ /"reply_to": /
		}
		if (match($0, /"author": "([^"\\]|\\.)*"/))
			names[substr($0, RSTART, RLENGTH)]
	} END {
		for (name in names) authors++
		print comments + 0, authors + 0, replies + 0
	}' "$scratch/thread.json"
}

# has FILE "COMMENTS AUTHORS REPLIES" [OPTION…]
has() {
	file=$1 want=$2
	shift 2
	if ! counterpoint import -q "$@" "$data/$file" -o "$scratch/thread.json" \
		>"$scratch/out" 2>&1; then
		fail "import $file: it is refused" "$(head -n 3 "$scratch/out")"
	elif [ "$(count)" != "$want" ]; then
		fail "import $file: it has $(count) comments, authors, replies, not $want"
	elif ! counterpoint fmt --check "$scratch/thread.json" >"$scratch/out" 2>&1; then
		fail "import $file: it is not laid out as fmt lays it out" "$(cat "$scratch/out")"
	else
		pass
	fi
}

# refused FILE CODE
refused() {
	counterpoint import -q "$data/$1" >"$scratch/out" 2>&1
	got=$?
	if [ $got = 1 ] && grep -q "\\[$2\\]\$" "$scratch/out"; then
		pass
	else
		fail "import $1: it ended with $got, and not with [$2]" "$(head -n 3 "$scratch/out")"
	fi
}

# threads FILE COUNT: how many threads the file holds.
threads() {
	got=$(counterpoint import -q --list "$data/$1" 2>"$scratch/out" | wc -l)
	if [ "$got" = "$2" ]; then
		pass
	else
		fail "import $1: it has $got threads, not $2" "$(head -n 3 "$scratch/out")"
	fi
}

# Every format is named wherever formats are.
formats=$(counterpoint import --from nothing - 2>&1 </dev/null \
	| sed -n 's/.*the formats are: //p' | tr -d ,)
counterpoint import --help >"$scratch/help"
for format in $formats; do
	for file in "$scratch/help" docs/import.md src/cli/completion.bash src/cli/completion.zsh; do
		check "import: $file does not name $format" grep -qE "(^|[ \`(\"])$format([^a-z-]|\$)" "$file"
	done
	check "import: the manual does not name $format" \
		grep -q "^\.BR* $(echo "$format" | sed 's/-/\\\\-/')\b" docs/counterpoint.1
done

if [ ! -d $data ]; then
	skip "import: there is no $data"
	finish
fi

has reddit/askreddit-conspiracy-theory-200.json "200 175 200"
has reddit/morechildren-response.json "7 7 7"
has reddit/redditdev-deep-chain.json "10 3 10"
has reddit/test-chain-depth9-continue.json "10 1 10"
has reddit/test-self-post-6.json "6 4 6"
has reddit/wouldyourather-poll-3.json "3 4 3"

has hn/algolia-fixture-a2web.json "3 3 3"
has hn/firebase-who-is-hiring-60.json "60 61 60"

discourse=discourse/urho3d
has $discourse/32-bit-wav-fails.5287.json "4 4 2"
has $discourse/a-hard-question.3890.json "1 1 0"
has $discourse/about-all-the-drama-around-here.5371.json "17 4 11"
has $discourse/clinically-dead.1395.json "27 15 5"
has $discourse/licensing-questions.4521.json "4 3 2"
has $discourse/migration-to-new-forums.2487.json "22 10 6"
has $discourse/modernising-urho3d.2489.json "16 5 8"
has $discourse/new-codestyle-with-introduction-of-c-11.3365.json "61 13 53"
has $discourse/polling-language-popularity.5925.json "25 12 15"
has $discourse/re-to-rbfx-and-not-to-rbfx.6605.json "138 12 100"
has $discourse/securing-urho3ds-future.3825.json "57 27 27"
has $discourse/solved-in-git-what-happened-to-c-11-stable-1-5.1580.json "24 8 0"
has $discourse/to-rbfx-and-not-to-rbfx.5864.json "336 27 257"
has $discourse/under-which-license-are-the-urho-samples.6073.json "11 7 7"
has $discourse/urho-vs-stdlib-small-benchmark-vs2015.1225.json "42 13 15"
has discourse/discourse_api/topic.json "3 3 1"
has discourse/perceval/discourse_topic_1148.json "19 10 9"
has discourse/perceval/discourse_topic_1149.json "1 1 0"
has discourse/perceval/discourse_topic_1150.json "1 1 0"
threads discourse/discourse_api/posts_latest.json 3
for file in "$data"/discourse/delving-posts/*/*.json; do
	threads "${file#"$data"/}" 1
done
for name in discourse_api/category_topics discourse_api/latest discourse_api/post_action_users \
	discourse_api/topic_invite_user discourse_api/topics_created_by \
	perceval/discourse_topics perceval/discourse_topics_empty; do
	refused discourse/$name.json not-a-thread
done

threads disqus/isso/generic.json 2
has disqus/isso/generic.json "1 1 0" --thread /posts/0007/

# Of the authors of a page, that of the article is one.
html=wordpress-html
has $html/archive.org.nesselsetzer.wordpress.com.antipoden.html "5 2 0"
has $html/archive.org.the-pain.net.silkroad.html "33 29 3"
has $html/blog.wordpress.com.diverse.html "13 12 3"
has $html/businessjargons.com.leadership.html "9 9 3"
has $html/californiaglobe.com.amazon.html "12 13 2"
has $html/de.creativecommons.org.endlich.html "3 4 1"
has $html/internet-law.de.pseudonymen.html "35 22 10"
has $html/lemire.me.json.html "5 3 2"
has $html/thenervousbreakdown.com.loneliest.html "11 10 2"
has $html/zulang.wordpress.com.genitalverstuemmelung.html "6 4 4"
for file in "$data"/html-odd/*.html; do
	refused "${file#"$data"/}" not-a-thread
done

threads wxr/isso/wordpress.xml 3
has wxr/isso/wordpress.xml "7 4 3" --thread 18
has wxr/pelican/wordpressexport.xml "3 4 2" --thread 422
threads wxr/real-cc-labs/cc-labs.wordpress.xml 224
has wxr/real-cc-labs/cc-labs.wordpress.xml "10 11 1" --thread 107
has wxr/real-cc-labs/cc-labs.wordpress.xml "8 5 0" --thread 1204
has wxr/real-cc-labs/cc-labs.wordpress.xml "6 6 0" --thread 462
has wxr/real-ozziegooen/ozziegooen.wordpress.xml "2 2 1" --thread 284
has wxr/theme-unit-test/themeunittestdata.wordpress.xml "19 12 9" --thread 1148
has wxr/theme-unit-test/themeunittestdata.wordpress.xml "3 4 0" --thread 155
for name in slashes test-serialized-comment-meta valid-wxr-1.0 valid-wxr-1.1; do
	has "wxr/importer-fixtures/$name.xml" "1 2 0"
done
has wxr/importer-fixtures/wxr-with-sub-data.xml "1 1 0" # its post is empty
for name in importer-fixtures/missing-version-tag jekyll-import/medium_feed pelican/bloggerexport; do
	refused wxr/$name.xml not-a-thread
done

threads disqus/isso/disqus.xml 4
has disqus/isso/disqus.xml "3 2 2" --thread 2
threads disqus/real-tanglei/tanglei-disqus.xml 569
has disqus/real-tanglei/tanglei-disqus.xml "163 82 77" --thread 4516623578
has disqus/real-tanglei/tanglei-disqus.xml "150 66 28" --thread 4536575683
has disqus/real-church/church-disqus.xml "1 1 0"
refused disqus/remark42/disqus-deleted-post.xml broken-xml # its last post is, and it says so
finish
