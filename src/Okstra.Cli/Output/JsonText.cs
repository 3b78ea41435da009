using System.Globalization;
using System.Text;

namespace Okstra.Cli.Output;

/// <summary>
/// Writes indented JSON of objects, arrays, texts and whole numbers. The framework's writer builds its encoder at every start, which takes longer than looking at two
/// thousand logs; an answer that has to be there at once is written with this one.
/// </summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new(1 << 12);
    private int _depth;
    private bool _hasMembers;

    public StringBuilder Text => _text;

    public void StartObject(string? name = null) => Start(name, '{');

    public void EndObject() => End('}');

    public void StartArray(string? name = null) => Start(name, '[');

    public void EndArray() => End(']');

    public void Member(string name, long value)
    {
        Begin(name);
        _text.Append(value);
    }

    public void Member(string name, string value)
    {
        Begin(name);
        Quote(value);
    }

    private void Start(string? name, char bracket)
    {
        Begin(name);
        _text.Append(bracket);
        _depth++;
        _hasMembers = false;
    }

    private void End(char bracket)
    {
        _depth--;
        if (_hasMembers)
        {
            NewLine();
        }

        _text.Append(bracket);
        _hasMembers = true;
    }

    private void Begin(string? name)
    {
        if (_hasMembers)
        {
            _text.Append(',');
        }

        if (_depth > 0)
        {
            NewLine();
        }

        if (name is not null)
        {
            Quote(name);
            _text.Append(": ");
        }

        _hasMembers = true;
    }

    private void NewLine() => _text.Append('\n').Append(' ', _depth * 2);

    private void Quote(string value)
    {
        _text.Append('"');
        foreach (var character in value)
        {
            if (character is '"' or '\\')
            {
                _text.Append('\\').Append(character);
            }
            else if (char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029')
            {
                _text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                _text.Append(character);
            }
        }

        _text.Append('"');
    }
}
