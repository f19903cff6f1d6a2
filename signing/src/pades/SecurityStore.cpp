// SPDX-License-Identifier: Apache-2.0
#include "pades/SecurityStore.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"
#include "crypto/OpenSsl.h"

namespace congvu::signing::pades {
namespace {

using pdf::Object;
using pdf::ObjectNumber;

constexpr std::size_t kMostItems = 500;
constexpr std::size_t kLargestTotal = 32u << 20;

std::vector<StoredItem> itemsOf(const pdf::Reader& reader, const Object& array, std::size_t& total) {
    std::vector<StoredItem> out;
    for (const Object& item : array.items()) {
        if (!item.isReference() || out.size() >= kMostItems || total > kLargestTotal) {
            continue;
        }
        try {
            const pdf::IndirectObject& object = reader.indirect(item.number());
            if (!object.isStream) {
                continue;
            }
            StoredItem stored{item.number(), reader.decodedStream(item.number()), 0};
            stored.end = static_cast<std::uint64_t>(object.streamData.data() - reader.file().data()) + object.streamData.size();
            total += stored.data.size();
            out.push_back(std::move(stored));
        } catch (const SigningError&) {
            continue;  // a damaged item proves nothing; the others still may
        }
    }
    return out;
}

std::vector<ByteView> viewsOf(const std::vector<Certificate>& certificates) {
    std::vector<ByteView> out;
    out.reserve(certificates.size());
    for (const Certificate& certificate : certificates) {
        out.emplace_back(certificate.der());
    }
    return out;
}

std::vector<ByteView> viewsOf(const std::vector<Bytes>& items) {
    return {items.begin(), items.end()};
}

}  // namespace

SecurityStore SecurityStore::read(const pdf::Reader& reader) {
    SecurityStore store;
    const Object& dictionary = reader.get(reader.catalog(), "DSS");
    store.isPresent = dictionary.isDictionary();
    std::size_t total = 0;
    store.certificates = itemsOf(reader, reader.get(dictionary, "Certs"), total);
    store.ocspResponses = itemsOf(reader, reader.get(dictionary, "OCSPs"), total);
    store.crls = itemsOf(reader, reader.get(dictionary, "CRLs"), total);
    return store;
}

std::string vriKeyOf(ByteView contents) {
    return crypto::toUpperHex(crypto::digest("SHA1", contents));
}

SecurityStoreWriter::SecurityStoreWriter(DocumentEdit& edit, const SecurityStore& present) : edit_(edit) {
    const auto remember = [](Kind& kind, const std::vector<StoredItem>& items) {
        for (const StoredItem& item : items) {
            kind.known.emplace(item.data, item.number);
        }
    };
    remember(certificates_, present.certificates);
    remember(ocspResponses_, present.ocspResponses);
    remember(crls_, present.crls);
}

SecurityStoreWriter::Numbers SecurityStoreWriter::put(Kind& kind, const std::vector<ByteView>& items) {
    Numbers numbers;
    for (const ByteView item : items) {
        const auto [place, isNew] = kind.known.emplace(Bytes(item.begin(), item.end()), 0);
        if (isNew) {
            place->second = edit_.writer().allocate();
            edit_.writer().putStream(place->second, Object::dictionary(), item);
            kind.added.push_back(place->second);
        }
        if (std::find(numbers.begin(), numbers.end(), place->second) == numbers.end()) {
            numbers.push_back(place->second);
        }
    }
    return numbers;
}

/// Appends the references that the entry lacks; true when there were some.
bool SecurityStoreWriter::mergeInto(Object& entry, const Kind& kind, const Numbers& numbers) const {
    Object list = edit_.reader().get(entry, kind.vriKey);
    if (!list.isArray()) {
        list = Object::array();
    }
    const std::size_t before = list.items().size();
    for (const ObjectNumber number : numbers) {
        const auto& items = list.items();
        const bool present =
            std::any_of(items.begin(), items.end(), [&](const Object& item) { return item.isReference() && item.number() == number; });
        if (!present) {
            list.items().push_back(Object::reference(number));
        }
    }
    const bool grew = list.items().size() > before;
    if (grew) {
        entry.set(kind.vriKey, std::move(list));
    }
    return grew;
}

bool SecurityStoreWriter::add(const std::string& vriKey, const ValidationData& data) {
    const pdf::Reader& reader = edit_.reader();
    const Object& present = reader.get(reader.get(reader.get(reader.catalog(), "DSS"), "VRI"), vriKey);
    Object entry = entries_.contains(vriKey) ? entries_[vriKey]
                   : present.isDictionary()  ? present
                                             : Object::dictionary({{"Type", Object::name("VRI")}});
    bool grew = mergeInto(entry, certificates_, put(certificates_, viewsOf(data.certificates)));
    grew = mergeInto(entry, ocspResponses_, put(ocspResponses_, viewsOf(data.ocspResponses))) || grew;
    grew = mergeInto(entry, crls_, put(crls_, viewsOf(data.crls))) || grew;
    if (grew) {
        entries_[vriKey] = std::move(entry);
    }
    return grew;
}

void SecurityStoreWriter::write() {
    const pdf::Reader& reader = edit_.reader();
    const Object present = edit_.current(reader.catalogNumber()).get("DSS");
    const bool hasOwnObject = present.isReference() && reader.object(present.number()).isDictionary();
    Object store = reader.resolve(present);
    if (!store.isDictionary()) {
        store = Object::dictionary({{"Type", Object::name("DSS")}});
    }
    for (const Kind* kind : {&certificates_, &ocspResponses_, &crls_}) {
        for (const ObjectNumber number : kind->added) {
            edit_.appendTo(store, kind->key, Object::reference(number));
        }
    }
    const Object& list = store.get("VRI");
    const bool listHasOwnObject = list.isReference() && reader.object(list.number()).isDictionary();
    Object entries = listHasOwnObject || list.isDictionary() ? reader.resolve(list) : Object::dictionary();
    for (auto& [key, entry] : entries_) {
        entries.set(key, std::move(entry));
    }
    if (listHasOwnObject) {
        edit_.object(list.number()) = std::move(entries);
    } else {
        store.set("VRI", std::move(entries));
    }
    if (hasOwnObject) {
        edit_.object(present.number()) = std::move(store);
        return;
    }
    const ObjectNumber number = edit_.writer().allocate();
    edit_.writer().put(number, store);
    edit_.object(reader.catalogNumber()).set("DSS", Object::reference(number));
}

}  // namespace congvu::signing::pades
