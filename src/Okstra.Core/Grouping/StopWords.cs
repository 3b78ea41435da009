namespace Okstra.Core.Grouping;

/// <summary>Words that every finding has, whatever it claims.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> Words = new(
        ("a an the and or but if then else when while where which who whom whose what how why that this these those is are was were be been being am it its of in on at to for from by with as into onto out off up "
            + "than does do did doing done has have had having can could may might will would should shall must cannot cant doesnt dont isnt arent wasnt werent didnt wont hasnt havent no not nor never so such "
            + "there here because since although though however therefore thus hence only just also too any all each every both either neither some more most much many few less least other another same different "
            + "own very still yet already even ever once again about above after before between during over under within through per via until unless against among upon instead rather like get gets got let make makes "
            + "made take takes taken use used uses using need needs needed happen happens become becomes lead leads cause causes caused causing due result results mean means see seen say says come comes go goes going "
            + "give gives given put keep keeps want way ways thing things one two three they them their he she his her you your we our i me my s t re ll ve "
            + "function functions method methods class classes line lines code call calls called calling caller bug bugs issue issues problem problems finding risk impact fix fixed "
            + "brief requirement requirements specification spec plan whether ask asks asked certain various several set sets expect expects expected back right next currently current new actual actually possible possibly potential potentially properly correctly directly simply whole nothing anything something everything nobody anybody anyone everybody lets theres thats whats heres said told apply applies applied applying treat treats treated ought far down around kept later roughly full fully plain always itself themselves regardless otherwise please example examples case cases part parts side describe describes provide provides provided supply supplies supplied sure concern concerns").Split(' '),
        StringComparer.Ordinal);

    // Endings, particles and fillers of Korean; nouns and verbs of findings are concepts.
    private static readonly HashSet<string> Syllables = new(
        ("하지 않아 않고 않은 않는 않음 않으 않다 하여 하고 해서 하는 하면 한다 합니다 됩니다 된다 되어 되지 되는 되고 되면 된다는 에서 으로 에게 에는 에도 이나 이다 입니다 있다 있는 있음 있어 있고 있으 경우 때문 발생 "
            + "위험 여부 여러 여러개 발생한 발생한다 발생하 생긴 생겨 생긴다 있지 있지만 않았 어느 모를 나서 동안 그대로 그래서 그리고 그런데 하지만 따라 따라서 위해 위한 대한 대해 관련 필요 필요하 사용 사용하 가능 가능하 수행 처리 문제 버그 코드 함수 메서드 호출 호출하 라인 이미 아직 항상 모두 모든 매우 너무 "
            + "다른 같은 이런 그런 어떤 해당 현재 실제 실제로 이후 이때 동안 까지 부터 마다 만약 대신 통해 거나 지만 는데 인데 므로 어서 아서 면서 수 것 등 및 더 할 한 된 될 함 됨").Split(' '),
        StringComparer.Ordinal);

    public static bool HasWord(string word) => Words.Contains(word);

    public static bool HasSyllables(string syllables) => Syllables.Contains(syllables);
}
