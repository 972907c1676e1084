#!/bin/sh
# A tool of the build: writes text files as C, `embed.sh NAME=FILE…`, each as cp_page_NAME.
set -e
echo '#include "diagram/page.h"'
for pair; do
	echo "const char cp_page_${pair%%=*}[] = {"
	od -An -v -td1 "${pair#*=}" | sed 's/  *\(-\{0,1\}[0-9][0-9]*\)/\1,/g'
	echo '0};'
done
