// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "FontSet.h"
#include "Typesetter.h"

#include <memory>
#include <mutex>
#include <vector>

namespace congvu::templates {

/// Lends typesetters, one to each thread that draws. They stay warm: opened fonts and measured
/// letters are kept from one document to the next.
class TypesetterPool {
public:
    explicit TypesetterPool(const FontSet& fonts) : fonts_(fonts) {}

    /// A lent typesetter; goes back at the end of its life.
    class Loan {
    public:
        Loan(TypesetterPool& pool, std::unique_ptr<Typesetter> typesetter) : pool_(pool), typesetter_(std::move(typesetter)) {}
        ~Loan() { pool_.takeBack(std::move(typesetter_)); }
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;

        const Typesetter& operator*() const noexcept { return *typesetter_; }

    private:
        TypesetterPool& pool_;
        std::unique_ptr<Typesetter> typesetter_;
    };

    Loan lend();

private:
    void takeBack(std::unique_ptr<Typesetter> typesetter) noexcept;

    const FontSet& fonts_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Typesetter>> idle_;
};

}  // namespace congvu::templates
