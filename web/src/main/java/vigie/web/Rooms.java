package vigie.web;

import vigie.casework.home.Home;
import vigie.casework.operation.CaseBases;
import vigie.casework.operation.SharedCases;
import vigie.casework.operation.Workplace;
import vigie.casework.overview.Desk;
import vigie.casework.overview.OverviewStore;
import vigie.casework.overview.Verifications;
import vigie.casework.review.Reviewing;
import vigie.casework.review.SavedSearches;
import vigie.casework.user.access.UserAccess;
import vigie.casework.user.access.Users;

/// What the pages are about: the open home and what casework offers over it.
public record Rooms(
        Home home,
        Workplace workplace,
        SharedCases cases,
        UserAccess access,
        OverviewStore overview,
        CaseBases bases,
        Verifications verifications,
        Desk desk,
        Reviewing reviewing,
        SavedSearches searches) {
    /// Who works here.
    public Users users() {
        return access.users();
    }
}
