using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Normalising;

namespace DcCourseIndex.Crawler.Tests.Normalising;

public sealed class StatedValuesTests
{
    [Theory]
    [InlineData("free-to-study", Price.FreeToStudy)]
    [InlineData(" FREE ", Price.Free)]
    [InlineData("Безкоштовно", Price.Free)]
    [InlineData("платний", Price.Paid)]
    [InlineData("freemium", Price.Unknown)]
    [InlineData(null, Price.Unknown)]
    public void Prices(string? word, Price expected) => Assert.Equal(expected, StatedValues.Price(word));

    [Theory]
    [InlineData("self-paced", CourseMode.SelfPaced)]
    [InlineData("self_paced", CourseMode.SelfPaced)]
    [InlineData("instructor", CourseMode.Scheduled)]
    [InlineData("scheduled", CourseMode.Scheduled)]
    [InlineData("колись", CourseMode.Unknown)]
    public void Modes(string word, CourseMode expected) => Assert.Equal(expected, StatedValues.Mode(word));

    [Theory]
    [InlineData("key", Access.Key)]
    [InlineData("Guest", Access.Guest)]
    [InlineData("двері", Access.Unknown)]
    public void Accesses(string word, Access expected) => Assert.Equal(expected, StatedValues.Access(word));

    [Theory]
    [InlineData("certificate", Credential.Certificate)]
    [InlineData("Сертифікат", Credential.Certificate)]
    [InlineData("none", Credential.None)]
    [InlineData("медаль", Credential.Unknown)]
    public void Credentials(string word, Credential expected) => Assert.Equal(expected, StatedValues.Credential(word));

    [Theory]
    [InlineData("yes", Tutor.Yes)]
    [InlineData("ні", Tutor.No)]
    [InlineData("perhaps", Tutor.Unknown)]
    public void Tutors(string word, Tutor expected) => Assert.Equal(expected, StatedValues.Tutor(word));

    [Theory]
    [InlineData("foundation", Level.Foundation)]
    [InlineData("Для початківців", Level.Foundation)]
    [InlineData("Beginner", Level.Foundation)]
    [InlineData("Середній", Level.Intermediate)]
    [InlineData("advanced", Level.Advanced)]
    [InlineData("Просунутий рівень", Level.Advanced)]
    [InlineData("Expert", Level.HighlySpecialised)]
    [InlineData("3", Level.Intermediate)]
    [InlineData("8", Level.HighlySpecialised)]
    [InlineData("9", null)]
    [InlineData("від початкового до просунутого", null)]
    [InlineData("All levels", null)]
    [InlineData(null, null)]
    public void Levels_of_learning(string? word, Level? expected) => Assert.Equal(expected, Levels.Of(word));
}
