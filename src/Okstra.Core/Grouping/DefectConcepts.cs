namespace Okstra.Core.Grouping;

/// <summary>What goes wrong, by family: two claims about different families are seldom one defect.</summary>
internal static class DefectConcepts
{
    /// <summary>One concept a line: its family (after <c>~</c> one that many different defects share), then its words. English words are stemmed; <c>_</c> joins the words of a phrase; words of Hangul and CJK are found inside a run of syllables.</summary>
    public const string Lines = """
        arithmetic: zero_division zerodivisionerror divide_by_zero division_by_zero divides_by_zero dividing_by_zero divisor_is_zero arithmeticexception 0으로_나 영으로_나
        config: debug debug_mode debugging development_mode verbose production_mode
        authz: mass_assignment fillable attr_accessible overposting 대량할당 is_admin promote promoted privilege privileges privileged escalation elevate elevation 권한상승
        unbounded: growth evict eviction never_removed never_removes kept_forever keeps_growing never_shrinks shrink shrinks accumulate accumulates pile_up piles_up swell swells fills_the_memory fills_up 제거되지 축출 쌓여 쌓이 누적되
        state: shallow_copy deep_copy aliasing alias aliased same_reference mutates_input mutates_argument mutates_caller modifies_caller in_place 얕은 복사본 원본
        types: type_mismatch string_instead number_instead wrong_type type_confusion instead_of_number 타입불일치
        units: unit_mismatch milliseconds milliseconds_instead seconds_instead unit_of_time wrong_unit in_seconds in_milliseconds 밀리초
        logic: wrong_variable copy_paste copy_and_paste wrong_field swapped_arguments argument_order mixed_up confuses confused wrong_column 혼동 뒤섞
        logic: inverted negated condition_inverted reversed opposite always_true always_false never_true wrong_operator instead_of_or dead_code unreachable logic logical boolean 반대로 뒤바뀐 뒤집 논리
        async: not_awaited missing_await unawaited floating_promise fire_and_forget unobserved await awaited without_awaiting forgot_await background_task unhandled_rejection
        absence: null none nil undefined nullptr npe nullreference nullpointer nullpointerexception nullreferenceexception nonetype unwrap dereference deref nullable nullish 널 옵셔널 역참조 null_reference null_pointer null_check none_check null_deref may_be_null is_none optional_chaining cannot_read_properties attributeerror 널포인터 널체크 null이 unboundlocalerror keyerror nosuchelementexception nosuchelement unwrap_on_none nil_pointer nil_pointer_dereference null_dereference ヌル 空指针 空值
        ~missing: missing absent lack lacking nonexistent omit omission omitted forget forgot forgotten without unavailable gone 누락 없 빠지 빠진 빠져 빠뜨 부재 생략 존재하지 미존재 不足 抜け ない 缺少 缺失 没有 未
        ~empty: empty blank zero_length vacant 빈 비어 비었 비면 공백 공란
        ~missing: unset uninitialised uninitialized not_set unassigned 초기화되지 미설정 미초기화 variable_is_empty not_defined unset_variable empty_variable unchecked_variable
        ~missing: not_found 404 nomatch 찾지 찾을 미발견
        ~crash: exception throw thrown raise panic abort crash segfault sigsegv blow traceback stacktrace unhandled uncaught 예외 크래시 비정상 죽 던지 던져 패닉 강제종료 튕 例外 クラッシュ エラー 异常 崩溃 报错 错误
        ~crash: fail failure failing error errors broken break breaks malfunction 오류 에러 실패 고장 장애 터지 터져 trouble crashed bug_out go_wrong goes_wrong not_handled unhandled_error error_handling no_error_handling 예외처리 오류처리 에러처리
        ~crash: a_500 500_error 500_response status_500 internal_server_error http_500 5xx server_error
        swallow: swallow ignore ignored ignoring discard discarded silent silently suppress hide unnoticed invisible unobserved vanish unreported except_pass empty_catch dropped_error 무시 삼키 삼킨 묵살 숨겨 숨기 조용히 ignored_return return_value_ignored not_logged without_log no_log errors_vanish vanishes unaware nobody_notices nobody_learns without_anybody 모른다 알수없
        swallow: catch except rescue try_catch catch_all 캐치 잡아 잡지
        bounds: indexoutofrange indexoutofbounds indexerror rangeerror subscript off_end out_of_range out_of_bounds past_the_end past_the_last beyond_the_end beyond_the_array 범위 첨자 벗어 arrayindexoutofbounds arrayindexoutofboundsexception stringindexoutofboundsexception argumentoutofrange argumentoutofrangeexception index_out_of_range index_out_of_bounds
        bounds: boundary boundaries fencepost off_by_one obo inclusive exclusive closed_range half_open_range edge 경계 오프바이원 month_off zero_based one_based 0부터 1부터 one_too_many one_too_few one_more_than first_element_is_skipped
        bounds: overrun buffer_overflow overwrite_stack strcpy memcpy sprintf gets stack_smash oob 버퍼오버 fixed_size local_buffer longer_than larger_than bigger_than length_check buffer_size
        ~arithmetic: divide division divisor denominator dividing modulo quotient 나누 나눗 나눠 나뉘 분모 제로 ゼロ除算 除以
        ~arithmetic: zero 0 영으로 0으로
        arithmetic: overflow wraparound wrap_around underflow exceed_int 오버플로 오버플로우 언더플로 넘침 넘친 넘쳐 int64 int32 2gb 4gb exceeds_the_range too_small_type u32 uint32 as_u32 as_u8 narrow narrowing 4_gib オーバーフロー 溢出
        arithmetic: round rounding truncate truncated truncation precision floor ceil half_up lossy 반올림 절삭 버림 정밀 내림 올림 cut_off cuts_off loses_cents half_cents one_cent integer_division 원_모자 1원 정수_나눗 丸め 四舍五入 精度
        arithmetic: fraction fractional decimals 소수 소수점
        arithmetic: float floating floating_point epsilon nan 부동소수 binary_floating rounding_error accumulation_error
        arithmetic: negative minus below_zero less_than_zero signed unsigned sign 음수 마이너스 부호 below_0 minus_amount is_owed
        arithmetic: 곱 수량
        concurrency: race racy concurrent concurrently concurrency simultaneous simultaneously parallel interleave toctou check_then_act data_race atomic atomically non_atomic same_time several_threads 경쟁 경합 동시 레이스 원자 overlap overlapping two_requests two_users parallel_requests in_parallel concurrent_requests several_goroutines 동시요청 병렬 두_요청 동시성 競合 同時 并发 竞争 竞态 竞态条件
        concurrency: thread_safe thread_safety threadsafe thread threads goroutine multithread unsynchronised unsynchronized synchronized synchronised not_synchronized 스레드 쓰레드 멀티스레드 동기화
        concurrency: lost_update two_people overwrite_concurrent
        concurrency: lock mutex semaphore critical_section row_lock locked unlocked rwlock for_update holding_the_lock holds_the_lock 락 잠금 잠그 뮤텍스 임계 ロック 排他 锁
        blocking: deadlock hang hangs hung stuck freeze frozen block blocked blocking blocks stall unresponsive starve starvation wait_forever never_comes_back livelock sync_over_async halt 교착 데드락 멈춤 멈추 멈춰 블로킹 정지됨 응답없 막힘 막힌 막힙 막히 막혀 lock_order wait_for_each_other waits_for_each each_other opposite_order 서로_기다
        blocking: main_thread ui_thread main_queue event_loop dispatcher 메인스레드 메인_스레드 ui_freezes freezes_the_ui freezes freeze_ui ui_hangs
        leak: leak leaks leaked leaking free freed unfreed deallocate pile_up 누수 반환되지 반납 リーク 漏れ 泄漏 泄露
        leak: retain retain_cycle reference_cycle strong_reference weak_self captured_strongly self_strongly
        leak: close closed closing unclosed not_closed never_closed dispose disposed using_statement try_with_resources file_descriptor 닫 해제 left_open stays_open remains_open keeps_open handle_leak connection_leak descriptor_leak not_returned 열어둔 열린_채 닫히 objectdisposed objectdisposedexception resourcewarning
        leak: cleanup clean_up teardown unsubscribe clearinterval removelistener removeeventlistener detach unregister 구독해제 no_cleanup keeps_firing keep_firing still_running after_unmount unmount
        memory: memory heap oom ram out_of_memory memoryerror outofmemory footprint 메모리 힙 outofmemoryerror outofmemoryexception
        memory: use_after_free dangling double_free undefined_behaviour undefined_behavior ub unsound unsafe 댕글링 포인터
        unbounded: unbounded unlimited no_limit without_limit without_a_limit without_bound limitless uncapped unrestricted huge gigantic enormous 무제한 제한없
        unbounded: infinite infinitely endless endlessly forever never_end never_ends never_stops never_terminates spin spins runaway 무한 끝없 영원 stackoverflowerror stackoverflowexception stackoverflow recursionerror infinite_recursion infinite_loop
        unbounded: exhaust exhausted exhaustion 고갈
        unbounded: grow grows growing 폭증 계속_증가
        unbounded: limit limits limited cap maximum max 제한 상한 한도 최대 no_maximum any_size size_limit unlimited_size any_length no_upper of_any_size max_size exceed exceeds too_large too_big too_many oversized_request 최대_길이 길이_제한 크기_제한 制限 上限 限制 限流
        unbounded: throttle throttled throttling rate_limit rate_limiting ratelimit request_limit requests_per_day calls_per_day requests_per_minute calls_per_minute daily_limit call_limit 호출_한도 호출량 brute_force bruteforce quota 브루트포스 무차별 password_attempts login_attempts guesses attempts_per too_many_attempts 시도_횟수 시도_제한 횟수
        unbounded: slowloris dos denial_of_service redos catastrophic_backtracking backtracking exponential evil_regex 서비스거부 백트래킹 기하급수 regex_denial catastrophic keeps_busy keeps_the_regular blocks_the_thread
        performance: slow slowly performance latency inefficient inefficiency expensive sluggish bottleneck heavy perf overhead 느리 느린 느려 성능 비효율 병목 버벅 부하 fast faster quick quickly speed response_time 빠른 빠르 속도가 반응속도 遅い 性能 很慢 慢 パフォーマンス
        performance: quadratic
        performance: lag delay 지연
        performance: n1 n_1 n_plus_one n+1 per_row per_item each_row one_by_one query_in_loop eager preload joinedload batch_fetch 건별 하나씩 건마다 per_post for_each one_query_per each_post query_for_each statement_for_each in_a_loop inside_the_loop 반복_조회 하나하나 개별 每个 逐个 循环 ループ
        performance: materialise materialize load_all all_rows tolist stream_rows 통째 모두_읽 한꺼번 한번에 load_everything in_memory into_memory buffered_whole whole_body complete_body buffers_the 메모리에_올 메모리로
        performance: memoise memoize memo usememo usecallback recompute recalculate rerender rerenders re_render needless unnecessary redundant 불필요 재계산 재렌더 리렌더 메모이제이션
        performance: debounce debouncing keystroke type_ahead 디바운스 타이핑 입력할_때
        performance: full_scan full_table_scan table_scan missing_index unindexed 풀스캔 전체_스캔
        injection: inject injection sqli raw_sql unescaped 인젝션 주입 삽입공격 sql_injection quotes quote single_quote break_out breaks_out user_input_in pasted_into arbitrary_sql 따옴표 sql인젝션 쿼리조작 インジェクション 注入
        injection: interpolate interpolated interpolation concatenate concatenated concatenation string_building 이어붙 이어 붙인 붙여 붙이
        injection: parameterise parameterize parameterised parameterized placeholder bind bound_parameter prepared prepared_statement 바인딩 바인드
        injection: xss cross_site_scripting innerhtml dangerouslysetinnerhtml html_injection stored_script v_html safe_filter 스크립트 크로스사이트
        injection: escape escaping sanitize sanitise sanitized sanitised unsanitized unsanitised encode_output 이스케이프 새니타이즈 エスケープ 转义
        injection: xxe external_entity external_entities entity_expansion
        injection: deserialize deserialise deserialization deserialisation unpickle pickle untrusted_object yaml_load gadget 역직렬화
        injection: prototype_pollution object_prototype
        injection: header_injection crlf bcc response_splitting 개행
        injection: format_string template_injection ssti
        traversal: traversal path_traversal directory_traversal parent_directory dotdot zip_slip zipslip symlink outside_root basename canonical 경로조작 경로_조작 상위 디렉터리 디렉토리 arbitrary_file any_file outside_the path_segments parent_directories dot_dot 임의_파일 임의의
        traversal: ssrf internal_address metadata_endpoint open_redirect redirect 리다이렉트 내부망
        authz: onlyowner ownership 소유자 소유권
        authz: idor 남의 다른_사람
        authn: csrf xsrf forgery same_site samesite 위조
        authn: cors wildcard origin origins cross_origin allow_origin asterisk 오리진 교차
        secret: secret secrets api_key apikey private_key credentials_in hardcoded_password signing_key stripe_key 비밀키 시크릿 비밀
        secret: hardcode hardcoded hard_coded baked literal magic 하드코딩 하드코드 박혀 고정값
        secret: expose exposed exposes exposing exposure leak_data disclose disclosure reveal reveals sniff 노출 유출 드러 leaks_information information_disclosure stack_trace_exposed visible_to anyone_can_read readable_by 볼_수 보인다 平文 漏えい 明文 暴露
        secret: plaintext plain_text cleartext clear_text unencrypted 평문
        secret: pii personal confidential sensitive 민감 개인정보
        secret: publicly reachable 공개 internet_facing from_the_internet public_subnet publicly_accessible open_to_the_world world_readable 0_0_0_0 외부_접근 외부에 인터넷에
        crypto: encrypt encryption decrypt cipher aes ecb iv nonce tls ssl certificate 암호화 복호화 인증서
        crypto: random randomness predictable guess guessable prng math_random cryptographically entropy seed secure_random 난수 예측 랜덤 추측 pseudo_random pseudorandom not_secure weak_random securerandom 안전하지
        crypto: constant_time timingsafeequal timing_attack side_channel 타이밍
        crypto: signature verify_signature hmac webhook_signature 서명
        encoding: encoding encode encoded decode decoding utf8 utf 8bit charset code_page codepage ansi garble garbled mojibake unicode umlaut mime 인코딩 디코딩 문자셋 깨지 깨진 깨져 깨짐 유니코드 한글 special_characters accents diacritics latin1 iso_8859 replacement_character 글자 인식하지 unicodedecodeerror unicodeencodeerror 文字化け エンコード 乱码 编码
        encoding: bom byte_order_mark
        encoding: nfc nfd normalise_unicode decomposed jamo 자모 정규화
        encoding: non_ascii multibyte multi_byte code_point surrogate emoji 이모지
        encoding: endian endianness byte_order ntohs htons big_endian little_endian network_byte_order byte_swapped 엔디안 바이트순서
        encoding: base64 urlencode url_encode percent_encode encodeuricomponent
        time: timezone time_zone tz utc local_time localtime gmt zone 타임존 시간대 로컬시간 현지 utc_expected local_date server_time other_zones 9시간 표준시 タイムゾーン 时区
        time: dst daylight daylight_saving 서머타임
        time: leap 윤년
        time: midnight 자정
        time: timeout timeouts time_out timed_out deadline read_timeout sockettimeout 타임아웃 시간초과 시간제한 제한시간 timeoutexception timeouterror sockettimeoutexception タイムアウト 超时
        time: expire expired expires expiry expiration ttl outlive validity valid_until lifetime 만료 유효기간 기한 기간 수명 forever_valid still_valid remains_valid never_expires end_date out_of_validity no_longer_valid past_due old_tokens 만료된 만료_시간 기한이
        order: ordering sort sorted sorting sequence unordered reorder reordered collation 정렬 순서 차례
        order: out_of_order latest_wins stale_response overtaken arrives_late older_response abortcontroller 늦게 역전
        order: before_after too_early too_late premature prematurely early_return before_finish 먼저 이전에 너무_일찍 조기
        duplication: duplicate duplicates duplicated twice double repeated repeat repeatedly many_times several_times again multiple_times dedupe 중복 두번 두_번 이중 반복 여러번 여러_번 같은_요청 second_time two_times more_than_once same_row same_record double_entry twofold 두번째 두차례 두_차례 2번 두 재실행 重複 二重 重复
        duplication: idempotent idempotency idempotence non_idempotent 멱등 redelivered repeatable rerun_safe every_run each_run each_play run_twice 매번_실행
        duplication: uniqueness unique 유일 고유
        duplication: double_click double_charge charged_twice 연속
        loss: lose loses lost losing loss drop dropped dropping disappear disappears missing_rows 유실 손실 사라 잃 날아가
        loss: overwrite overwrites overwritten clobber clobbers last_writer wins 덮어
        loss: skip skipped skips skipping 건너뛰 건너뛴
        loss: not_saved not_persisted never_saved 저장되지
        staleness: 무효화
        staleness: stale outdated obsolete 오래된 낡은 이전값 outdated_value old_data previous_data wrong_person first_users shows_old never_updates 안_바뀜 안_바뀌 바뀌지_않 not_refreshed 반영되지 갱신되지_않 이전_데이터 옛 예전
        state: mutable_default shared shared_state static_field singleton global 공유 전역 싱글톤
        state: modified_while_iterating collection_modified concurrentmodification while_iterating during_iteration inside_foreach 순회 도중 invalidoperationexception dictionary_changed_size removing_during
        state: unmount unmounted dispose_widget widget_gone lifecycle 언마운트 생명주기 after_dispose is_gone no_longer_exists setstate_called
        state: deps dependency_array dependencies_array closure stale_closure useeffect effect 의존성_배열
        state: inconsistent inconsistency consistency integrity diverge mismatch out_of_sync desync 불일치 일관 어긋 정합 half_written half_done only_half partially_applied not_rolled never_rolled out_of_step 반쪽 불완전
        ~state: partial partially half half_way halfway 부분 일부
        ~validation: validate validates validated validation check checks checked checking verify verifies verified guard guards guarded unchecked unvalidated unverified verification blindly assume assumes assert no_check normalise normalize strip clamp clamps 검증 검사 확인 체크 점검 가드 検証 チェック 确认 確認 校验 检查 验证
        ~validation: reject rejects rejected refuse accept accepts accepted allow allows allowed permit permitted 허용 거부 받아들 차단 통과
        ~validation: invalid malformed illegal unexpected garbage bad_input nonnumeric non_numeric valueerror 잘못된 유효하지 부적절 부정확 비정상적
        ~validation: compare compares comparison compared equal equality equals operator 비교 동등 대조
        ~validation: case_sensitive case_insensitive uppercase lowercase case_folding ignorecase 대소문자
        compat: compatible incompatible compatibility backward breaking breaking_change legacy older_version previous_version old_pods deprecated 호환 하위호환 레거시 구버전 old_column old_clients old_instances running_instances rolling_update during_the_rollout rolling_deployment old_name former_name 구_버전 이전_버전
        compat: migrate migration migrations schema alter add_column rename renaming backfill not_null 마이그레이션 이관 스키마 컬럼 이전_작업
        rollout: rollback_plan roll_back_plan revert fallback_plan way_back no_way_back back_out undo 되돌리 되돌아 되돌릴 원복 복구계획 롤백계획 no_rollback rollback irreversible cannot_be_undone turned_off_without no_revert 롤백
        rollout: canary gradual gradually phased big_bang cut_over cutover switch_over 점진 카나리 단계적 전환
        rollout: feature_flag toggle switch_off turn_off kill_switch disabled disable 플래그 토글 기능플래그 비활성 turn_it_off cannot_be_disabled feature_toggles behind_a_flag kill_switches
        rollout: downtime outage unavailable_service interruption maintenance_window 다운타임 중단 서비스중단 무중단
        rollout: replica replicas single_point single_node failover high_availability redundancy spof 이중화 단일장애점 레플리카
        test: flaky flakiness nondeterministic at_random intermittent intermittently sporadic interfere interference shared_database 간헐 불안정
        test: load_test load_tested stress benchmark capacity peak traffic throughput 부하테스트 부하_테스트 용량 처리량 트래픽 피크
        doc: readme docs
        observability: audit audit_log 감사 이력
        observability: monitor monitoring metric metrics alert alerts alerting alarm alerted observability 모니터링 지표 경보 메트릭 nobody_is_alerted unnoticed no_alarm without_notice
        ~vague: ambiguous ambiguity unclear vague undefined_requirement unspecified not_specified specify specified not_defined not_stated not_said open_question left_open leaves_open silent_about not_mentioned mentioned tbd not_addressed not_clear underspecified 모호 불명확 명확하지 애매 미정 미정의 정의되지 정의_없 명시 언급 적혀 기준_없 does_not_say doesnt_say not_say nothing_tells leaves_the not_tell unstated doesnt_state does_not_state not_state isnt_stated isnt_said not_mention unanswered unknown_whether says_nothing nothing_says silent is_silent whether_and nowhere_defined has_no_definition nobody_knows 불분명 안_나와 없는지 불확실 undefined open_whether is_open left_undefined which_format not_named no_definition 알_수 언급이 언급되 정해지 不明 曖昧 不明确 未定义
        vague: contradiction contradict contradicts contradictory contradicting conflict conflicts conflicting versus 모순 상충 충돌 contradicts_itself inconsistent_spec two_sections both_mandatory 서로_다른
        ~vague: mandatory optional_field requirement_level obligatory 필수 선택
        scope: out_of_scope 범위밖
        scope: owner_of_step responsible responsibility assigned assignee nobody_responsible 담당 책임
        scope: overkill oversized overengineered over_engineering complexity simpler 과도 복잡 과한
        bounds: out_of_range rangeerror indexoutofrange indexoutofbounds indexoutofboundsexception indexerror
        order: sort sorted sorting ordering sequence order_by 정렬 순서 차례
        ~release: release released releases released_lock
        leak: not_released never_released unreleased
        concurrency: double_checked visibility volatile_field happens_before
        compat: breaking_change backward_compatible backwards_compatible incompatible
        memory: null_pointer_write wild_pointer dangling_pointer raw_pointer
        injection: stored_script javascript_injection run_script scripts_run
        performance: entire_table whole_table whole_file entire_file complete_file all_records all_rows in_one_go 전체_테이블
        loss: data_loss lost_data 없어지 없어진 증발
        authz: other_user other_users other_peoples every_user any_user anybody anyone_can 누구나 다른_사용자 타인
        authn: without_login not_logged_in unauthenticated no_authentication 비로그인
        staleness: out_of_date yesterday stale_value previous_value old_value
        time: summer_time clock_skew clock_drift
        staleness: invalidated not_invalidated cache_invalidation never_invalidated
        concurrency: optimistic_lock optimistic_locking version_check
        """;
}
