using System.Globalization;

namespace DcCourseIndex.Portals.Links;

/// <summary>One invented course page: on which host, how it behaves, and from which night on (a gone page was well before).</summary>
public sealed record LinkPage(int Number, LinkHostKind Host, LinkBehaviour Behaviour, int FromNight = 1)
{
    public bool IsGone => Behaviour >= LinkBehaviour.NotFound;

    public string Title => string.Create(CultureInfo.InvariantCulture, $"Вигаданий курс {Number}: {Subjects[Number % Subjects.Length]}");

    /// <summary>From the root of its host.</summary>
    public string Path => string.Create(CultureInfo.InvariantCulture, $"{(Behaviour == LinkBehaviour.ClosedByRobotsTxt ? "/closed" : "/courses")}/c{Number}{(Behaviour == LinkBehaviour.CaseRedirect ? "-Upper" : "")}");

    private static readonly string[] Subjects =
        ["цифрова безпека", "медіаграмотність", "хмарні сервіси", "електронні таблиці", "програмування", "авторське право", "онлайн-спілкування"];
}
