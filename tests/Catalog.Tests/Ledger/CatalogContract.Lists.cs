using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    private static readonly ChosenCourses Evenings = new("Десять вечорів", "Для групи у вівторок", [new("alpha.1") { Note = "Перший вечір", Title = "Паролі", Primary = "4.1" }, new("alpha.2")]);

    [Fact]
    public async Task A_kept_list_outlives_a_restart_and_opens_to_its_secret_alone()
    {
        var made = await new ListLedger(Store, Clock).AddAsync(Evenings, default);
        Restart();
        var lists = new ListLedger(Store, Clock);

        var kept = await lists.FindAsync(made!.Id, default);

        Assert.Equal((Evenings.Name, Evenings.About), (kept!.List.Name, kept.List.About));
        Assert.Equal(Evenings.Courses, kept.List.Courses);
        Assert.Equal(ListChange.WrongSecret, await lists.ReplaceAsync(made.Id, made.Id, ChosenCourses.Empty, default));
        Assert.Equal(ListChange.WrongSecret, await lists.DeleteAsync(made.Id, "", default));
        Assert.Equal(ListChange.NoSuchList, await lists.OpenAsync("nobodys", made.Secret, default));
        Assert.Equal(ListChange.Done, await lists.ReplaceAsync(made.Id, made.Secret, ChosenCourses.Empty, default));
        Assert.Empty((await lists.FindAsync(made.Id, default))!.List.Courses);
        Assert.True(await lists.RemoveAsync(made.Id, default));
        Assert.False(await lists.RemoveAsync(made.Id, default));
    }

    [Fact]
    public async Task A_list_goes_after_two_years_without_a_look()
    {
        var lists = new ListLedger(Store, Clock);
        var looked = (await lists.AddAsync(Evenings, default))!.Id;
        var forgotten = (await lists.AddAsync(Evenings, default))!.Id;
        var erasing = new Erasing(Store, Clock);

        Clock.PassDays(400);
        await lists.FindAsync(looked, default);
        Clock.PassDays(400);
        await erasing.RunAsync(default);

        Assert.NotNull(await lists.FindAsync(looked, default));
        Assert.Null(await lists.FindAsync(forgotten, default));
    }
}
