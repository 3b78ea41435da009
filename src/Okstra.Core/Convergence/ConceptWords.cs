namespace Okstra.Core.Convergence;

/// <summary>Words for the same thing in bug reports, English and Korean: paraphrases of one claim meet in the concept, not in the letters.</summary>
public static class ConceptWords
{
    // Each line is one concept; English words are stems, Korean ones prefixes of a run of syllables.
    private static readonly string[] Lines =
    [
        "null none nil undefined nullptr npe nullreference 널",
        "exception throw raise crash panic abort fail failure 예외 오류 에러 실패 크래시 죽 던",
        "missing absent lack nonexistent omit forgot forget never without 누락 없 빠 않 안",
        "empty blank 빈 비어 비었 공백",
        "zero 0 영 제로",
        "divide division divisor denominator 나누 나눗 나눠 분모",
        "overflow wraparound 오버플로 넘침 넘친",
        "index bound boundary offbyone range 범위 경계 인덱스 색인",
        "race concurrent concurrency simultaneous threadsafe 경쟁 동시 경합",
        "lock mutex synchron 락 잠금 잠그 동기",
        "deadlock hang stuck block 교착 멈춤 멈추",
        "leak unclosed close dispose release 누수 닫 해제",
        "file 파일",
        "handle descriptor 핸들 디스크립터",
        "memory heap 메모리",
        "time timezone utc timestamp clock 시간 시각 타임존",
        "timeout expire expiry 타임아웃 만료",
        "encode encoding decode utf8 charset 인코딩 디코딩",
        "escape sanitize sanitise unescaped 이스케이프",
        "inject injection sqli 인젝션 주입 삽입",
        "query sql 쿼리 질의",
        "validate validation check verify guard 검증 검사 확인 체크",
        "permission authorize authoriz authoris privilege access 권한 인가 접근",
        "authenticate authentic login credential 인증 로그인 자격",
        "password secret token 비밀 암호 토큰",
        "config configuration setting option 설정 구성",
        "default fallback 기본",
        "cache cached stale 캐시 오래된",
        "duplicate twice double repeated 중복 두번 이중",
        "order sort sequence 순서 정렬",
        "loop iterate iteration 루프 반복",
        "infinite endless forever unbounded 무한 끝없",
        "return 반환 리턴 돌려",
        "wrong incorrect invalid bad 잘못 틀린 부적절",
        "ignore discard swallow drop 무시 버려 삼키 버린",
        "average mean 평균",
        "round truncate truncation precision 반올림 절삭 버림 정밀",
        "integer int 정수",
        "user 사용자 유저",
        "list array collection 목록 리스트 배열",
        "string text 문자열 텍스트",
        "request 요청",
        "response reply 응답",
        "retry retries 재시도",
        "transaction commit rollback 트랜잭션 커밋 롤백",
        "migration schema 마이그레이션 스키마",
        "negative minus 음수",
        "test 테스트",
        "log logging 로그",
        "path 경로",
        "delete remove 삭제 제거",
        "input argument parameter 입력 인자 매개변수",
        "header 헤더",
        "key 키",
        "url uri link 링크 주소",
        "page paging pagination 페이지",
        "last final 마지막 끝",
        "first 첫 처음",
        "parse parser 파싱 파서 구문",
        "convert conversion cast coerc 변환 형변환",
        "compare comparison equal 비교",
        "case uppercase lowercase 대소문자",
    ];

    private static readonly Dictionary<string, string> Concepts = Lines
        .SelectMany(line => line.Split(' ').Select(word => (Word: WordStem.Of(word.ToLowerInvariant()), Concept: "#" + line.Split(' ')[0])))
        .DistinctBy(pair => pair.Word, StringComparer.Ordinal)
        .ToDictionary(pair => pair.Word, pair => pair.Concept, StringComparer.Ordinal);

    private static readonly int LongestPrefix = Concepts.Keys.Max(word => word.Length);

    /// <summary>The concept of a stemmed word, or the word itself.</summary>
    public static string OfStem(string stem) => Concepts.GetValueOrDefault(stem, stem);

    /// <summary>The concept whose longest word starts this run of Hangul; null when none does.</summary>
    public static string? OfHangul(string run)
    {
        for (var length = Math.Min(run.Length, LongestPrefix); length > 0; length--)
        {
            if (Concepts.TryGetValue(run[..length], out var concept))
            {
                return concept;
            }
        }

        return null;
    }
}
