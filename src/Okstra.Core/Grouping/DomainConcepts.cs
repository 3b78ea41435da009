namespace Okstra.Core.Grouping;

/// <summary>What the software is about, and the verbs of every domain.</summary>
internal static class DomainConcepts
{
    /// <summary>One concept a line. English words are stemmed; <c>_</c> joins the words of a phrase; words of Hangul and CJK are found inside a run of syllables.</summary>
    public const string Lines = """
        wrong incorrect incorrectly erroneous bad mistaken inaccurate faulty 잘못 틀린 틀리 엉뚱 오류값
        return returns returned returning 반환 리턴 돌려
        execute executes executed execution run runs running ran invoke invoked invocation trigger triggers triggered fire fires fired 실행 호출되 동작 구동 트리거
        wait waits waiting 기다 대기
        show shows shown display displays displayed appear paint paints appears visible visibly 표시 보이 보여 보인 나타 출력되
        change changes changed modify modifies modified modification edit edits edited editing update updates updated updating 변경 수정 업데이트 바꾸 바꿔 바뀌 바뀐 바뀜 변하 변할 변한 편집 고치
        replace replaces replaced replacement substitute swap swapped 교체 대체
        receive receives received get_back obtain obtained 수신 받은 받는 받아
        arrive arrives arrived arrival 도착
        finish finishes finished complete completes completed completion done 완료 끝나 끝난 마치
        continue continues continued proceed proceeds goes_on keeps_going 계속 진행
        open opens opened opening 열린 열어 열고 오픈
        move moves moved moving 이동하 옮기
        begin begins began beginning 시작하
        build builds built compile compiles compilation artifact bundle 빌드 컴파일 번들
        pass passes passed passing hand_in forward forwarded 전달 넘기 넘겨
        reuse reuses reused recycled 재사용
        match matches matched matching 일치 매칭
        include includes included contain contains containing present 포함 들어있
        exist exists existing 존재 기존
        decide decision choose chosen choice select selects selected 결정 선택하 선택된
        visitor visitors guest 방문자 비회원 게스트
        person people somebody someone colleague collaborator collaborators participant 사람 협업자 참여자
        device devices phone_app mobile 기기 단말 모바일 휴대
        lifecycle_app background_mode foreground 포그라운드
        window windows tab tabs 창 탭을
        keyboard shortcut focus 키보드 포커스 단축키
        category categories tag tags 카테고리 태그 분류
        group groups organisation organization team_group company 그룹 조직 회사 부서
        project projects workspace 프로젝트 워크스페이스
        template templates 템플릿
        schema_field property properties attribute attributes member_field 속성 프로퍼티
        type types typed 자료형
        model models entity entities 모델 엔티티
        object objects instance instances 객체 인스턴스
        pointer_ref reference references referenced 참조
        memory_buffer buffer buffers chunk chunks 버퍼 청크
        process processes child_process subprocess_end pid 프로세스
        signal_handler sigint 시그널
        worker workers 워커
        task tasks 태스크
        batch batches 일괄 묶음
        partition partitions shard shards sharding 파티션 샤드
        replication replicated slave 복제본 복제 마스터
        node nodes machine machines 노드 호스트
        cluster clusters 클러스터
        regions country countries 국가 나라 리전
        domains dns hostname 도메인
        ip ip_address 아이피
        rule rules policy policies 규칙 정책
        condition conditions predicate branch branches if_statement else_branch 조건 분기 조건문
        threshold thresholds minimum lower_bound upper_bound 임계값 최소 최솟값 최댓값
        timeout_retry 재접속 재연결 reconnect reconnects reconnection
        offline disconnect disconnected disconnects disconnection 오프라인 연결끊 끊기 끊어 끊긴
        sync syncs synced synchronise synchronisation 동기화 싱크
        conflict_merge revision revisions version_conflict 리비전
        history previously 이력을 과거
        snapshot snapshots 스냅샷
        diff difference 차이
        patch patches 패치
        git repository repo_history commit_history branch_name 깃
        ci pipeline pipelines workflow workflows github_action github_actions 파이프라인 워크플로
        script_file shell_script bash makefile 스크립트파일
        install installs installed installation installer setup 설치
        command_line cli option options switch_option 옵션 커맨드 옵션을
        print prints printed stdout stderr console 콘솔 인쇄 프린트
        color colour colors theme dark_mode 색상 테마
        font fonts 글꼴 폰트
        chart charts graph graphs plot 차트 그래프
        map_view location latitude longitude gps coordinates 위치정보 좌표 위도 경도
        audio video media player_media codec 오디오 비디오 영상
        sensor temperature reading_value adc 센서 온도
        interrupt isr dma register_hw volatile 인터럽트 레지스터
        gpio firmware driver device_driver 펌웨어 드라이버
        packet packets datagram udp frame_net 패킷
        protocol handshake 프로토콜
        grpc protobuf proto tag_number wire_format 프로토버프
        graphql resolver resolvers mutation_gql 그래프큐엘 리졸버
        rest http verb_http
        body_size payload payloads request_size 페이로드
        multipart form_data 멀티파트
        compress compression gzip zip archive_file 압축
        checksum crc corrupt corrupted corruption corrupts damaged 손상 체크섬 훼손
        lookup lookups find finds look_up search_for 조회하 탐색
        tree trees node_tree depth nested nesting 트리 깊이 중첩
        stack_overflow call_stack 스택
        set_collection hashset unique_set
        iterator generator yield 이터레이터 제너레이터
        lambda closure_capture capture captures captured captures_variable 람다 캡처
        inherit inheritance subclass override overrides overriding base_class 상속 오버라이드
        generic generics type_parameter 제네릭
        reflection annotation annotations decorator decorators 어노테이션 데코레이터 리플렉션
        bean spring_bean dependency_injection inject_service 의존성주입
        orm hibernate entity_manager lazy lazy_loading lazyinitializationexception 지연로딩 하이버네이트
        foreign_key constraint constraints cascade orphan orphans orphaned referential 외래키 제약 고아 참조무결성 연쇄
        soft_delete deleted_at soft_deleted 소프트삭제 삭제표시
        materialized_view trigger_db stored_procedure 프로시저
        sequence_number autoincrement auto_increment primary_key 기본키 자동증가
        like_query wildcard_search full_text 전문검색
        aggregate_query group_by having_clause 그룹핑
        upsert on_conflict merge_row 업서트
        balance_account ledger ledgers bookkeeping entry_ledger 원장 장부
        transfer transfers 이체 송금
        fee fees commission 수수료
        loan 이자 대출
        salary payroll 급여
        subscription_plan plan_tier tier trial 구독료 요금제 체험
        license licence licences licenses 라이선스
        coupon_code voucher 프로모션 바우처
        reward loyalty 포인트 적립 적립금 리워드
        booking bookings reservation reservations reserve reserved reserves 예약
        좌석
        ticket tickets 티켓 표를
        event_calendar appointment meeting 회의 약속
        course lesson student students teacher 학생 강의 수업 시험지
        patient doctor medical 환자 의사 진료
        article_news news 뉴스 기사
        리뷰 평점 후기
        favourite favorite bookmark 좋아요 즐겨찾기 북마크
        feed timeline 팔로우 팔로워 피드 타임라인
        chat chats room rooms 채팅 채팅방
        friend friends contact contacts 친구
        invite invites invitation invitations 초대
        avatar thumbnail thumbnails icon_image logo 썸네일 아바타 로고
        crop resize resizes resized scale_image 크기조정 리사이즈
        rotate rotation orientation exif 회전
        otp verification_code two_factor 2fa mfa totp sms_code 인증번호 2단계 인증코드
        captcha 캡차
        reset resets reset_link forgot_password 재설정 초기화
        lockout account_lock 계정잠금
        social_login sso saml oidc oauth state_parameter 소셜 간편로그인
        clickjacking iframe frame_ancestors x_frame_options embed embedded 클릭재킹 아이프레임
        csp content_security_policy security_header hsts 보안헤더
        gdpr privacy consent_tracking analytics 개인정보보호 분석도구
        tracking track tracks tracked 추적
        masking redact redacted anonymise anonymize anonymous_data 마스킹 익명화 비식별
        backpressure back_pressure consumer_lag 백프레셔 컨슈머
        poison_message dead_letter_queue 독성메시지
        heartbeat keepalive keep_alive ping 하트비트 핑
        leader leader_election split_brain quorum lease leases 리더 리스
        circuit_breaker bulkhead 서킷브레이커
        autoscale autoscaling hpa scale_out 오토스케일
        memory_limit cpu_limit resource_limit requests_limits 리소스
        mount persistent emptydir 볼륨 마운트
        namespace namespaces 네임스페이스
        terraform cloudformation ansible helm 테라폼 앤서블 헬름
        sudo_root run_as_root nonroot user_instruction 루트권한
        rollback_script down_migration reversible irreversible 비가역
        """;
}
