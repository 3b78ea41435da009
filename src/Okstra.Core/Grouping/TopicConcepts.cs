namespace Okstra.Core.Grouping;

/// <summary>What a claim is about: software words that say little about what goes wrong.</summary>
internal static class TopicConcepts
{
    /// <summary>One concept a line. English words are stemmed; <c>_</c> joins the words of a phrase; words of Hangul and CJK are found inside a run of syllables.</summary>
    public const string Lines = """
        file files 파일 ファイル 文件
        handle descriptor fd 핸들 디스크립터
        stream streams 스트림
        upload uploads uploaded uploading 업로드 올리 올린
        download downloads downloaded 다운로드 내려받
        export exports exported 내보내 엑스포트
        import imports imported importer 가져오 임포트
        backup backups dump 백업 덤프
        restore restores recovery recover 복원 복구
        mail mails email emails e_mail smtp 메일 이메일
        sms text_message 문자메시지 문자_메시지
        push push_notification fcm apns 푸시
        notification notify notifies notified notifications digest_mail 알림 알람 알림톡 통지 알릴 알리
        invoice invoices invoicing bill_customer billing 청구 송장 인보이스 과금
        payment payments pay paid charge charged card 결제 지불 카드 決済 支付
        refund refunds refunded 환불
        cart basket checkout 장바구니 체크아웃
        stock inventory oversell 재고
        shipment shipping ship ships delivery parcel parcels 배송 발송 택배
        price prices pricing 가격 단가
        tax vat 세금 부가세
        settlement settle 정산
        search searches searching 검색
        filter filters filtered filtering 필터 필터링
        page pages paging pagination offset 페이지 페이징
        scroll scrolls scrolling 스크롤
        list lists array arrays collection vec slice 목록 리스트 배열 컬렉션 一覧 リスト 列表
        map dictionary hashmap dict 맵 딕셔너리
        queue queues backlog 큐 대기열
        message messages broker kafka rabbitmq 메시지 브로커
        ack acks acknowledge acknowledges acknowledged 애크 확인응답
        job jobs worker_job task_queue background 작업 잡 백그라운드
        retry retries retried retrying attempt attempts backoff requeue requeued jitter 재시도 시도 백오프 リトライ 再試行 重试
        loop loops iterate iteration iterates while_loop foreach 루프 반복문
        recursion recursive recursively 재귀
        network socket connection connections tcp 네트워크 소켓 연결 커넥션 dead_connection broken_connection
        pool pools 풀
        database db postgres mysql sqlite sql query queries statement statements 데이터베이스 쿼리 질의 디비 データベース 数据库
        table tables row rows record records 테이블 행 레코드
        join_query joins 조인
        index_db 인덱스_추가
        account accounts signup sign_up register_account registration 계정 가입 회원가입
        member members 회원
        profile profiles 프로필
        customer customers 고객
        comment comments 댓글
        post posts article articles 게시글 게시물 글
        title titles 제목
        body content contents 본문 내용
        image images picture pictures photo photos 이미지 사진
        aspect stretched stretch 비율_유지 찌그러
        screen screens view views 화면 뷰
        render renders rendered rendering 렌더 렌더링
        button buttons click clicks tap taps 버튼 클릭 탭하
        form forms field fields input_box 폼 필드 입력란
        modal popup dialog 모달 팝업 대화상자
        component components widget widgets 컴포넌트 위젯
        key keys 키
        label labels 라벨
        browser browsers ie11 safari chrome firefox 브라우저
        container containers docker image_layer pod pods kubernetes 컨테이너 도커 파드
        root_user root sudo 루트
        url uri link links href 링크 주소
        header headers 헤더
        status status_code exit_code exit_status return_code 상태코드 종료코드
        path paths 경로
        name names filename 이름 파일명
        delete deletes deleted deletion remove removes removed removal rm 삭제 제거 지우 지워 지운 wipe wiped wipes erase erased purge purged drop_table 削除 删除
        create creates created creation insert inserts inserted add adds added adding 생성 만들 추가 삽입
        save saves saved persist persistent durable persists persisted write writes written writing store stored stores 저장 쓰기 기록하 영속 保存
        read reads reading load loads loaded loading fetch fetches fetched 읽 조회 불러 로드 가져오 가져온 가져와
        send sends sent sending transmit 보내 전송 보낸 송신
        copy copies copied 복사
        merge merges merged 병합 합치
        rename_file 이름변경
        cancel cancels cancelled canceled cancellation cancelling 취소
        withdraw_account leave_service deactivate inactive 탈퇴 휴면 비활성화된
        suspend suspended ban banned 정지
        async asynchronous promise future 비동기 프로미스
        callback callbacks hooks 콜백 훅
        event events 이벤트
        length size sizes len large larger longer big bigger 길이 크기 용량제한 커서 큰
        count counter counts counting 개수 카운트 카운터 수를
        first initial 첫 처음
        last final end_of 마지막 끝
        header_length prefix 접두
        byte bytes 바이트
        string strings str text texts 문자열 텍스트
        character characters char letter letters 문자 글자
        number numbers numeric figure_value 숫자 번호 수치값
        id ids identifier identifiers 아이디 식별자
        phone telephone 전화 전화번호 연락처
        address addresses 주소지
        iam bucket s3 배킷 버킷
        ssh port ports ingress security_group firewall 포트 보안그룹 방화벽
        internet web online 인터넷 웹
        attacker attackers attack attacks hacker malicious crafted hostile exploit 공격자 공격 악의 해커
        security insecure vulnerable vulnerability 보안 취약 취약점
        resource resources 자원 리소스
        cpu busy 씨피유
        disk storage 디스크 저장소 저장공간
        fps 프레임
        velocity position physics gravity 속도 위치 중력
        undo redo_edit 실행취소 선택영역
        wallet ether balance balances 지갑 잔액 잔고
        reentrancy reentrant reenter checks_effects 재진입
        votes 투표
        report reports reporting 리포트 보고서
        leap_second 초
        hour hours 시간
        minute minutes 분간
        week weeks 주일
        format formats formatted formatting csv pdf xlsx excel 포맷 형식 엑셀
        response responses 응답
        request requests 요청 リクエスト 请求
        timeout_value 5초
        dead_letter dlq
        webhook webhooks 웹훅
        proxy gateway nginx 프록시 게이트웨이
        tenant tenants 테넌트
        partner partners 파트너 협력사
        team_members bi
        approve approves approval approved 승인
        consent agree terms_of_service terms_and_conditions 약관 동의
        icon 아이콘
        game 게임 플레이어
        increment increments incremented decrement decrease decreased subtract subtracts reduce deduct deducted 증가 감소 차감 빼기
        shutdown signal sigterm graceful 종료 셧다운
        restart restarts restarted 재시작
        start starts startup boot 시작 기동
        stop stops stopped 중지
        enable enabled 활성
        layout css style styling 레이아웃 스타일
        accessibility aria screen_reader contrast 접근성 스크린리더 accessible announce announced announces announcement assistive blind live_region
        navigation navigate route router routing 이동 내비게이션 라우팅
        middleware interceptor filter_chain 미들웨어 인터셉터
        constant constants 상수
        variable variables 변수
        argument arguments parameter parameters param 인자 매개변수 파라미터
        constructor constructors 생성자
        interface interfaces 인터페이스
        enum enums 열거형
        unit units celsius 단위
        weight weights 가중치
        user users 사용자 유저 ユーザー ユーザ 用户
        client clients 클라이언트
        server servers 서버
        api apis endpoint endpoints 엔드포인트
        input inputs 입력 入力 输入
        output outputs 출력
        value values 값
        data 데이터
        information 정보
        purchase order orders 주문 구매 注文 订单
        sum total subtotal add_up aggregate accumulate 합계 총액 총합 합산 누적
        average mean median 평균
        percent percentage ratio rate_value discount coupon 퍼센트 비율 할인 쿠폰
        subscribe subscribes subscription listener listeners observer handler_registered 구독 리스너
        command_injection shell_injection os_command subprocess popen shell_true eval 명령 명령어 셸 쉘
        permission permissions authorize authorise authorization authorisation unauthorized unauthorised forbidden 403 access_control 권한 인가 접근권한 権限 权限 授权
        role roles rbac acl 역할
        admin administrator 관리자
        authenticate authenticated authentication unauthenticated login log_in sign_in signin credential credentials 401 identity auth anonymous 인증 로그인 자격 비로그인 익명 미인증 ログイン 認証 登录 认证
        session cookie sessions logout sign_out 세션 쿠키 로그아웃 セッション 会话
        jwt claim_token bearer oauth refresh_token access_token token tokens 토큰
        password passwords passphrase passwd 비밀번호 패스워드 암호는 パスワード 密码
        hash hashed hashing md5 sha1 bcrypt argon2 salt unsalted digest 해시 해싱 솔트 ハッシュ ハッシュ化 哈希
        clock now system_time wall_clock monotonic date_now 시계 현재시각
        date dates day month year calendar daily weekday 날짜 날 월 일자 연도 달력
        schedule scheduled scheduler cron nightly interval setinterval timer period settimeout 스케줄 크론 주기 타이머 야간 배치
        cache cached caching caches memcached redis ttl_cache 캐시 캐싱 갱신되지 キャッシュ 缓存
        refresh refetch re_fetch reload update_view not_updated rerun 새로고침 갱신 다시_불러
        state mutable mutate mutates mutation mutated accumulate_between 상태 가변
        transaction transactions commit rollback roll_back begin_transaction atomicity savepoint isolation 트랜잭션 커밋 롤백 トランザクション 事务
        default_value wrong_default default defaults fallback falls_back 기본값 기본 대체값 폴백
        parse parses parsed parsing parser numberformatexception syntaxerror lexer 파싱 파서 구문 해석 jsondecodeerror formatexception parseexception jsonexception
        regex regexp regular_expression pattern greedy quantifier 정규식 정규표현식
        convert conversion converted cast casting coerce coercion type_error typeerror classcastexception truthy falsy implicit 변환 형변환 캐스팅 타입 castexception
        json deserialiser serialise serialize serialization serialisation marshal unmarshal serializer 직렬화 제이슨
        culture locale language localised localized localisation localization i18n invariantculture getdefault plural pluralise pluralisation translation 로케일 언어 지역 번역 다국어
        currency money cents yen usd eur 통화 원화 화폐 금액
        version versions pin pinned unpinned floating_tag irreproducible reproducible upgrade upgrading out_of_support eol 버전 업그레이드 고정되지
        deploy deployment deployments rollout roll_out 배포 출시 릴리스 릴리즈
        config configuration configured configure misconfigured option_value environment_variable env_var env environment 설정 구성 환경변수 환경
        test tests tested testing untested coverage unit_test integration_test qa e2e 테스트 시험 커버리지 no_tests untested_path regression_test テスト 测试
        document documentation documented undocumented docstring comment_outdated manual 문서 문서화 주석 설명서
        log logs logged logging logger trace_id 로그 로깅 기록 ログ 日志
        healthcheck health_check liveness readiness probe 헬스체크 프로브 라이브니스
        measurable target_value quantify acceptance_criteria criteria criterion 측정 수치 목표치 인수조건 threshold_value milliseconds_target benchmark_target cannot_be_tested testable
        estimate estimates estimation effort days_estimate optimistic underestimate underestimated schedule_risk budgeted budget time_budget 추정 견적 공수 일정 낙관 예산
        dependency dependencies third_party 의존 의존성 라이브러리 플러그인 패키지
        team experience knowledge skill training 경험 역량 교육
        cost costs bill pricing_of_cloud 비용 요금
        retention retain_period keep_how_long archive 보존 보관 number_of_days how_long keep_for period_of 며칠 보관_기간
        integer int ints 정수
        index indices subscript 인덱스 색인
        multiply multiplies multiplied multiplication 곱
        quantity quantities 수량
        product products item items goods article_sold 상품 품목 제품 물품 商品
        service services 서비스
        plan plans planned planning 계획
        phase phases step steps stage stages 단계
        success successful successfully succeed succeeds succeeded 성공
        flag flags flagged 깃발
        provider providers vendor vendors supplier suppliers 업체 공급자 공급사 벤더
        handler handlers 핸들러
        unprivileged least_privilege non_root
        circular cyclic cycle mutual mutually depends_on_each 순환 맞물
        register registers registered 등록
        submit submits submitted submission 제출
        press presses pressed 누르 눌러 누른
        attach attachment attachments 첨부
        issue_doc issued 발급
        publish publishes published 발행 게시
        manage manages managed management 관리
        kick kicks kicked expel 강퇴 추방
        target targets 대상
        moment point_in_time 시점
        criterion standard 기준
        whole_amount full_amount 전액
        tamper tampers tampered tampering manipulate manipulates manipulated manipulation 조작 변조
        span spans time_span
        banner banners 배너
        reminder reminders dunning dunned remind reminds 독촉 리마인더
        revenue turnover sales 매출
        employee employees 직원 사원
        seller sellers merchant merchants 판매자 상인
        department departments finance 부서 재무
        script scripts 스크립트 javascript typescript
        newline line_break 개행
        package library libraries plugin plugins 라이브러리 플러그인 패키지
        public
        timing timing_attack response_time_leak how_long_the constant_time
        logout logged_out sign_in_again log_in_again login_again signed_out 로그아웃된 다시_로그인 asks_for_the_password forced_to_log must_sign
        renew renewal renewed refresh_token refreshes token_refresh 재발급 갱신토큰
        dashboard dashboards 대시보드
        support staff operator_person helpdesk 상담원 지원팀
        external foreign third 외부
        """;
}
