using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.SearchApi.Tests.Sample;

/// <summary>A few competences of three frameworks, enough to see one code become two and two become one.</summary>
internal static class SampleFrameworks
{
    public static Frameworks All { get; } = new(
    [
        new()
        {
            Id = "digcomp-2.2",
            Name = new("DigComp 2.2", "DigComp 2.2"),
            Attribution = "DigComp 2.2, JRC, CC BY 4.0",
            UkrainianNames = "unofficial",
            Areas =
            [
                new("1", new("Інформаційна грамотність та робота з даними", "Information and data literacy")),
                new("2", new("Комунікація та співпраця", "Communication and collaboration")),
                new("3", new("Створення цифрового контенту", "Digital content creation")),
                new("4", new("Безпека", "Safety")),
                new("5", new("Розв’язання проблем", "Problem solving")),
            ],
            Competences =
            [
                new("1.1", "1", new("Перегляд, пошук і фільтрування даних, інформації та цифрового контенту", "Browsing, searching and filtering data, information and digital content")),
                new("1.2", "1", new("Оцінювання даних, інформації та цифрового контенту", "Evaluating data, information and digital content"), new("Аналізувати джерела.", "To analyse sources.")),
                new("1.3", "1", new("Управління даними, інформацією та цифровим контентом", "Managing data, information and digital content")),
                new("2.4", "2", new("Співпраця за допомогою цифрових технологій", "Collaborating through digital technologies")),
                new("3.4", "3", new("Програмування", "Programming")),
                new("4.1", "4", new("Захист пристроїв", "Protecting devices")),
                new("4.2", "4", new("Захист персональних даних і приватності", "Protecting personal data and privacy")),
                new("5.4", "5", new("Виявлення прогалин у цифровій компетентності", "Identifying digital competence gaps")),
            ],
        },
        new()
        {
            Id = "digcomp-ua",
            Name = new("Рамка для громадян України", "Framework for citizens of Ukraine"),
            Attribution = "Опис рамки цифрової компетентності для громадян України, 2021",
            UkrainianNames = "draft",
            Areas =
            [
                new("1", new("Інформаційна та медіаграмотність, уміння працювати з даними", "Information and media literacy")),
                new("4", new("Безпека у цифровому середовищі", "Safety")),
            ],
            Competences =
            [
                new("1.2", "1", new("Критичне оцінювання даних", "Critical evaluation of data")),
                new("1.4", "1", new("Медіаграмотність, протидія маніпуляціям", "Media literacy")),
                new("4.1", "4", new("Захист пристроїв", "Protecting devices")),
                new("4.2", "4", new("Захист персональних даних і приватності", "Protecting personal data")),
            ],
            ToDigComp22 = new Dictionary<string, IReadOnlyList<string>> { ["1.2"] = ["1.2"], ["1.4"] = ["1.2"], ["4.1"] = ["4.1"], ["4.2"] = ["4.1", "4.2"] },
        },
    ]);
}
