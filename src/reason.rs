//! Why a result is null: never is an answer, and says which kind of never.

use crate::table::choices;

choices! {
    /// Why a result is null.
    pub enum Reason {
        /// Nothing is used, so nothing can be counted per hour of use.
        NoUse = "noUse",
        /// The figure it needs was not given.
        NotGiven = "notGiven",
        /// Owning stays dearer even when every hour is used.
        AboveFullUse = "aboveFullUse",
        /// The power for an hour of use costs as much as renting it.
        EnergyAboveRent = "energyAboveRent",
        /// A reserved cloud costs the same however much is used.
        RentIndependentOfUse = "rentIndependentOfUse",
        /// Owning is dearer even with the chips for nothing.
        RentBelowOtherCosts = "rentBelowOtherCosts",
        /// The price of the chips does not change the cost of owning.
        PriceWithoutEffect = "priceWithoutEffect",
        /// Not within the years that were looked at.
        NotWithinHorizon = "notWithinHorizon",
        /// Nothing is invested, so that there is nothing to pay back.
        NothingInvested = "nothingInvested",
        /// Within the horizon only the resale at its end pays it back.
        OnlyWithResidual = "onlyWithResidual",
        /// It is paid back for a while, and undone by later years.
        NotLasting = "notLasting",
        /// What has been paid back stays so to the horizon's end.
        Lasting = "lasting",
        /// Nothing is rented, so there is no rent to compare with.
        NoRent = "noRent",
        /// Nothing is paid, so there is no cost to compare with.
        NoCost = "noCost",
        /// Nothing is sold, so there is no revenue to divide by.
        NoRevenue = "noRevenue",
        /// Money flows one way only, so that no rate balances it.
        FlowsOfOneSign = "flowsOfOneSign",
        /// No rate balances the flows.
        NoRate = "noRate",
        /// Several rates balance the flows, so that none of them is the return.
        SeveralRates = "severalRates",
        /// One of the scenarios has no figure.
        NotInEveryScenario = "notInEveryScenario",
    }
}
