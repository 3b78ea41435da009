namespace Okstra.Core.Grouping;

/// <summary>Everyday words of software that name neither a defect nor a domain.</summary>
internal static class EverydayConcepts
{
    /// <summary>One concept a line, in the form of <see cref="DomainConcepts"/>; a word listed there keeps its meaning.</summary>
    public const string Lines = """
        abandoned abandon abandons left_behind leftover leftovers residue remnant 잔여 남아 남은 남는
        allocate allocates allocated allocation allocations 할당
        append appends appended 덧붙 추가로
        ask_user prompt prompts prompted 물어 묻는
        avoid avoids prevent prevents prevented 방지 막아
        await_result join_thread 조인
        beginner newcomer onboarding 온보딩
        bypass bypasses bypassed circumvent circumvents circumvented evade sidestep 우회
        collide collides collision collisions clash clashes 충돌하
        connect connects connected connecting dial 접속 연결하
        crawl crawler crawlers bot bots spider 크롤러 봇
        currency_rate exchange_rate 환율
        delayed postpone postponed defer deferred late lateness 늦 지연되
        detect detects detected detection recognise recognize notice notices noticed 감지 탐지 인식
        distinguish differentiate tell_apart 구분 구별
        draft drafts 초안 임시저장
        drain drains draining flush flushes flushed 비우 플러시
        emit emits emitted dispatch dispatches dispatched broadcast broadcasts 방출 브로드캐스트 디스패치
        enough sufficient insufficient insufficiently 부족 충분
        escape_hatch workaround 우회책
        evaluate evaluates evaluated evaluation compute computes computed calculate calculates calculated calculation 계산 평가 산출
        exit exits exiting terminate terminates terminated termination killed kills kill 종료되 종료하 강제종료
        extension extensions file_type mime_type content_type 확장자
        extract extracts extracted extraction unpack unpacks unzip 추출 압축해제
        external_system third_party_service upstream downstream 외부시스템 상위시스템
        hidden hide_from invisible_field 숨긴 숨김
        hook_order lifecycle_hook 훅
        ignore_case lower_case upper_case lowercased 소문자 대문자
        indent indentation whitespace spaces trailing_space trim trims 공백을 들여쓰기
        inventory_count stock_level 재고수량
        iterate_all enumerate enumerates enumerated enumeration 열거
        join_table association 연관
        keep_alive_connection persistent_connection 지속연결
        layer layers tier_layer 계층 레이어
        line_number row_number 행번호
        link_expired dead_link broken_link 깨진링크
        locked_out lock_out 잠긴계정
        mask masks bitmask bit bits 비트 마스크
        mock mocks mocked stub stubs fake fakes fixture fixtures 목객체 모의 픽스처
        negate negation exclamation 부정
        organize arrange arrangement 배치하
        owner owners ownership_holder 소유주
        pick picks picked 고르 골라
        pixel pixels width height dimension dimensions 픽셀 너비 높이 폭
        preview previews 미리보기
        priority priorities prioritize urgent 우선순위 우선
        propagate propagates propagated propagation bubble bubbles rethrow 전파
        query_string search_params querystring 쿼리스트링 쿼리문자열
        queue_up enqueue enqueues enqueued dequeue 적재
        quote_price offer offers 견적서
        rank ranks ranking score scores 순위 점수 랭킹
        reachable_host resolve resolves resolved 해석하 해결
        recipient recipients receiver 수신자 받는사람
        region_zone availability_zone 가용영역
        reject_request decline declines declined deny denies denied 거절 거부하
        release_note changelog release_notes 변경이력
        remaining remainder rest leftover_amount 나머지 잔여량
        remember remembers remembered 기억
        rent rental lease_contract 임대 대여
        require requires required requirement_of 요구 필수로
        sample samples sampling 샘플 표본
        screen_size viewport responsive 반응형 뷰포트
        secondary backup_node standby 대기서버
        segment segments section sections 구간 섹션
        separator separators delimiter delimiters comma semicolon 구분자 쉼표 콤마
        similar identical alike 동일 유사
        slot slots seat seats 슬롯 좌석
        space_left free_space 여유공간
        split splits splitting divide_into 분할 분리 쪼개
        stage_env staging production prod 운영환경 스테이징 운영
        summary summaries overview 요약
        sure guarantee guarantees guaranteed ensure ensures ensured 보장
        switch switches switched 전환
        symbol symbols sign_char 기호 심볼
        system systems platform platforms 시스템 플랫폼
        temporary temporarily temp tmp transient 임시 일시
        transform transforms transformed mapping mappings 매핑 변형
        traverse traverses visit visits visited walk walks 방문하 순회하
        underlying low_level 하위
        unknown unfamiliar unrecognised unrecognized 미확인
        unused dead_field never_used 미사용 안쓰
        upload_dir folder folders directory directories 폴더
        visible_area hide_element 숨김영역
        vote_count poll polls polling 폴링 설문
        warn warns warned warning warnings 경고
        wrap wraps wrapped wrapper 감싸 래퍼
        zip_code postcode postal 우편번호
        birthday age ages 생일 나이 연령
        deadline_date due due_date overdue 마감 연체 납기
        legal regulation regulations regulatory compliance law 법 규제 규정 준수
        region_data residency 데이터거주
        contract contracts agreement 계약
        slow_query query_plan 실행계획
        access_log history_log 접속기록
        full fully entire entirely complete_set 전체 전부
        first_time initially at_first 최초
        previous previous_one preceding former 직전 이전
        again_and_again over_and_over 거듭
        quiet quietly 슬그머니
        lock_file lockfile lock_files
        hours_of_operation business_hours business_day working_day holiday holidays weekend 영업일 휴일 공휴일 주말
        budget_limit spend spending 지출 예산
        """;
}
